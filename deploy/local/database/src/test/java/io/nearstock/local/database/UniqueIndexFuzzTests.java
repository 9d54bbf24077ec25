package io.nearstock.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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

/** Random values under a unique index: each is found where a scan finds it, and is refused where another has it. */
class UniqueIndexFuzzTests {

    private static final List<Object> VALUES =
            List.of("a", "b", "c", "ab", 1, 1L, 2.0, 2, List.of("a", "b"), List.of("c", 1), List.of("d"));

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> documents =
            client.getDatabase("fuzz").getCollection("documents");
    private final Scan scan = new Scan(documents);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aValueIsFoundAndBelongsToOneOnly(long seed) {
        documents.createIndex(
                new Document("name", 1), new IndexOptions().unique(true).sparse(true));
        var random = new Random(seed);
        for (var round = 0; round < 100; round++) {
            change(random);
            VALUES.forEach(this::compare);
        }
    }

    private void change(Random random) {
        var id = new Document("_id", "d" + random.nextInt(6));
        var value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(4)) {
            case 0 -> documents.deleteOne(id);
            case 1 -> documents.updateOne(id, new Document("$unset", new Document("name", "")));
            default -> name(id, value);
        }
    }

    private void name(Document id, Object value) {
        var taken = elements(value).stream()
                .anyMatch(element -> owners(element).stream().anyMatch(owner -> !owner.equals(id.get("_id"))));
        assertThat(isRefused(id, value)).as("%s for %s", value, id).isEqualTo(taken);
    }

    private boolean isRefused(Document id, Object value) {
        try {
            var set = new Document("$set", new Document("name", value));
            if (documents.updateOne(id, set).getMatchedCount() == 0) {
                documents.insertOne(new Document(id).append("name", value));
            }
            return false;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return true;
        }
    }

    private void compare(Object value) {
        elements(value)
                .forEach(element -> assertThat(Scan.ids(
                                documents.find(new Document("name", element)).into(new ArrayList<>())))
                        .as("%s", element)
                        .isEqualTo(owners(element)));
    }

    private List<Object> owners(Object element) {
        return Scan.ids(scan.find(new Document("name", element)));
    }

    private static List<?> elements(Object value) {
        return value instanceof List<?> several ? several : List.of(value);
    }
}
