package io.nearstock.local.database;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountTests {

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> things = client.getDatabase("test").getCollection("things");

    @BeforeEach
    void fill() {
        things.createIndex(ascending("n"));
        for (var i = 0; i < 40; i++) {
            things.insertOne(
                    new Document("n", i % 10).append("list", List.of(i % 3)).append("name", "thing " + i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{n: 3}",
                "{n: {$gte: 4, $lt: 9}, list: 1}",
                "{$or: [{n: 1}, {list: {$elemMatch: {$gt: 1}}}]}",
                "{name: {$regex: '^thing 1'}}",
                "{n: 'none'}"
            })
    void countsAsManyAsItFinds(String query) {
        var filter = Document.parse(query);

        assertThat(things.countDocuments(filter))
                .isEqualTo(things.find(filter).into(new ArrayList<>()).size());
    }

    @Test
    void countsNoneWhereThereIsNoCollection() {
        assertThat(client.getDatabase("test").getCollection("none").countDocuments(new Document("n", 1)))
                .isZero();
    }

    @Test
    void goesOnWithWhatStagesAfterACountGet() {
        var stages = List.of(
                Document.parse("{$match: {n: 3}}"),
                Document.parse("{$group: {_id: 1, n: {$sum: 1}}}"),
                Document.parse("{$match: {n: 4}}"));

        assertThat(things.aggregate(stages)).containsExactly(Document.parse("{_id: 1, n: 4}"));
    }

    @Test
    void refusesToCountByWhatItDoesNotKnow() {
        var unknown = Document.parse("{n: {$near: 1}}");

        assertThatThrownBy(() -> things.countDocuments(unknown)).isInstanceOf(MongoCommandException.class);
    }
}
