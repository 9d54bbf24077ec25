package io.nearstock.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random documents, changes and queries: what an index finds is what reading everything finds, in the same order. */
class IndexFuzzTests {

    private static final List<String> INDEXES = List.of(
            "{a: 1}",
            "{b: -1}",
            "{a: 1, b: 1}",
            "{a: 1, b: -1, c: 1}",
            "{tags: 1}",
            "{tags: 1, a: -1}",
            "{a: 1, tags: 1}",
            "{'items.k': 1}",
            "{'items.k': 1, 'items.v': -1}",
            "{'n.x': 1, c: -1}");

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> documents =
            client.getDatabase("fuzz").getCollection("documents");
    private final Scan scan = new Scan(documents);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsByAnIndexWhatAScanFinds(long seed) {
        var random = new RandomDocuments(new Random(seed));
        createSomeIndexes(new Random(seed));
        for (var round = 0; round < 400; round++) {
            random.change(documents);
            compare(random.query(), random.sort(), random.random().nextInt(4) * 3);
        }
    }

    private void createSomeIndexes(Random random) {
        INDEXES.stream()
                .filter(_ -> random.nextInt(3) > 0)
                .forEach(index -> documents.createIndex(Document.parse(index)));
        documents.createIndex(Document.parse("{s: 1}"), new IndexOptions().sparse(true));
        documents.createIndex(Document.parse("{'items.v': 1, s: 1}"), new IndexOptions().sparse(true));
    }

    private void compare(Document query, Document sort, int limit) {
        assertThat(documents.countDocuments(query))
                .as("%s counted", query)
                .isEqualTo(scan.find(query, sort, 0).size());
        var found = documents.find(query).sort(sort).limit(limit).into(new ArrayList<>());
        var expected = scan.find(query, sort, limit);
        assertThat(Scan.ids(found)).as("%s sorted by %s", query, sort).isEqualTo(Scan.ids(expected));
    }
}
