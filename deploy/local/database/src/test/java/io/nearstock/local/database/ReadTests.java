package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReadTests {

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> things = client.getDatabase("test").getCollection("things");

    @Test
    void leavesOutWholeFieldsAndSortsByThemAllTheSame() {
        things.insertMany(List.of(
                Document.parse("{_id: 1, a: 2, b: {c: 1, d: 1}, e: [1]}"),
                Document.parse("{_id: 2, a: 1, b: {c: 2}}")));

        var withoutTwo = things.find().sort(ascending("b.c")).projection(Document.parse("{a: 0, e: false}"));
        assertThat(withoutTwo)
                .containsExactly(Document.parse("{_id: 1, b: {c: 1, d: 1}}"), Document.parse("{_id: 2, b: {c: 2}}"));
        assertThat(things.find().sort(ascending("a")).projection(Document.parse("{a: 0, b: 0}")))
                .containsExactly(Document.parse("{_id: 2}"), Document.parse("{_id: 1, e: [1]}"));
        assertThat(things.find(eq("a", 2)).projection(Document.parse("{'b.d': 0, a: 0}")))
                .containsExactly(Document.parse("{_id: 1, b: {c: 1}, e: [1]}"));
        assertThat(things.find(eq("a", 1)).first()).isEqualTo(Document.parse("{_id: 2, a: 1, b: {c: 2}}"));
    }

    @Test
    void findsNamesInOrderWhicheverCameBeforeTheFirstWhoAsked() {
        List.of("b", "d", "a").forEach(name -> things.insertOne(new Document("_id", name)));
        things.deleteOne(eq("d"));

        assertThat(namesFrom("a")).containsExactly("a", "b");

        List.of("e", "c").forEach(name -> things.insertOne(new Document("_id", name)));
        things.deleteOne(eq("b"));
        assertThat(namesFrom("b")).containsExactly("c", "e");
    }

    private List<String> namesFrom(String first) {
        return things.find(gte("_id", first))
                .sort(ascending("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }
}
