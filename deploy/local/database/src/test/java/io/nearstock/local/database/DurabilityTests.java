package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTests {

    private static final long COMPACT_OFTEN = 20_000;

    @TempDir
    private Path data;

    @Test
    void isTheSameAfterAStart() {
        use(database -> {
            var things = database.getCollection("things");
            things.createIndex(
                    ascending("email"), new IndexOptions().unique(true).sparse(true));
            things.insertMany(documents("{_id: 1, email: 'a'}", "{_id: 2}", "{_id: 3, n: 3}"));
            things.updateOne(eq(2), set("email", "b"));
            things.deleteOne(eq(1));
            things.replaceOne(eq(3), Document.parse("{m: [1, {x: 2.5}, null]}"));
            database.getCollection("gone").insertOne(new Document());
            database.getCollection("gone").drop();
            database.createCollection("empty");
        });

        use(database -> {
            var things = database.getCollection("things");
            assertThat(things.find())
                    .containsExactlyInAnyOrderElementsOf(
                            documents("{_id: 2, email: 'b'}", "{_id: 3, m: [1, {x: 2.5}, null]}"));
            assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("things", "empty");
            assertThatThrownBy(() -> things.insertOne(Document.parse("{_id: 4, email: 'b'}")))
                    .isInstanceOf(MongoWriteException.class);
        });
    }

    @Test
    void isTheSameAfterManyRandomChangesAndCompactions() {
        var expected = new ArrayList<Document>();
        for (var seed = 0; seed < 5; seed++) {
            var random = new RandomDocuments(new Random(seed));
            use(database -> {
                var things = database.getCollection("things");
                assertThat(things.find()).containsExactlyInAnyOrderElementsOf(expected);
                for (var change = 0; change < 300; change++) {
                    random.change(things);
                }
                expected.clear();
                things.find().into(expected);
            });
        }
        use(database ->
                assertThat(database.getCollection("things").find()).containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void doesNotGrowForEverWhileItRuns() {
        use(database -> {
            var things = database.getCollection("things");
            things.insertOne(new Document("_id", 1));
            for (var i = 0; i < 3000; i++) {
                things.updateOne(eq(1), set("n", i));
            }
            Awaitility.await("a compaction").until(() -> bytes() < 4 * COMPACT_OFTEN);
        });

        use(database -> assertThat(database.getCollection("things").find())
                .containsExactly(Document.parse("{_id: 1, n: 2999}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void forgetsOnlyTheWriteThatACrashCutShort(int bytes) throws IOException {
        use(database -> database.getCollection("things").insertMany(documents("{_id: 1}", "{_id: 2}")));

        try (var journal = FileChannel.open(lastJournal(), WRITE)) {
            journal.truncate(journal.size() - bytes);
        }

        use(database -> {
            assertThat(database.getCollection("things").find()).containsExactly(new Document("_id", 1));
            database.getCollection("things").insertOne(new Document("_id", 3));
        });
        use(database ->
                assertThat(database.getCollection("things").countDocuments()).isEqualTo(2));
    }

    @Test
    void doesNotBelieveWhatHasTheWrongChecksum() throws IOException {
        use(database -> database.getCollection("things").insertOne(new Document("_id", 1)));

        Files.write(lastJournal(), new byte[] {0, 0, 0, 5, 1, 2, 3, 4, 5, 0, 0, 0, 0, 9}, APPEND);

        use(database ->
                assertThat(database.getCollection("things").countDocuments()).isOne());
    }

    @Test
    void belongsToOneDatabaseAtATime() {
        use(_ -> assertThatThrownBy(() -> EmbeddedDatabase.open(data, 0, false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("another database uses " + data));
    }

    private void use(Consumer<MongoDatabase> use) {
        try (var database = EmbeddedDatabase.open(data, 0, false, COMPACT_OFTEN, _ -> {});
                var client = MongoClients.create(database.connectionString())) {
            use.accept(client.getDatabase("test"));
        }
    }

    private Path lastJournal() throws IOException {
        return DataFile.in(data).getLast().path();
    }

    private long bytes() throws IOException {
        var bytes = 0L;
        for (var file : DataFile.in(data)) {
            bytes += file.size();
        }
        return bytes;
    }

    private static List<Document> documents(String... documents) {
        return List.of(documents).stream().map(Document::parse).toList();
    }
}
