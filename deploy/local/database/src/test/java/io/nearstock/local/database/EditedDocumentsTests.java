package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of long documents the journal has what changed them. */
class EditedDocumentsTests {

    private static final int DOCUMENTS = 5;
    private static final String LONG = "x".repeat(5_000);

    @TempDir
    private Path data;

    /** With compactions in between, and with journals that are read as they were written. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 64 << 20})
    void areTheSameAfterAStart(long patience) {
        var expected = new ArrayList<Document>();
        for (var seed = 0; seed < 4; seed++) {
            var random = new RandomUpdates(new Random(seed));
            use(patience, things -> {
                assertThat(things.find()).containsExactlyInAnyOrderElementsOf(expected);
                if (expected.isEmpty()) {
                    things.insertMany(longDocuments());
                }
                for (var change = 0; change < 400; change++) {
                    update(things, random);
                }
                expected.clear();
                things.find().into(expected);
            });
        }
        use(patience, things -> assertThat(things.find()).containsExactlyInAnyOrderElementsOf(expected));
    }

    private static List<Document> longDocuments() {
        var documents = new ArrayList<Document>();
        for (var id = 0; id < DOCUMENTS; id++) {
            documents.add(new Document("_id", id).append("text", LONG));
        }
        return documents;
    }

    /** One that is no update of whole fields, or is refused, is as good as any. */
    private static void update(MongoCollection<Document> things, RandomUpdates random) {
        try {
            things.updateOne(eq(random.random().nextInt(DOCUMENTS)), random.update());
        } catch (MongoException _) {
            // a wrong one
        }
    }

    @Test
    void areNotWrittenWholeAtEachChange() {
        use(64 << 20, things -> {
            things.insertOne(new Document("_id", 1).append("text", LONG.repeat(20)));
            for (var i = 0; i < 50; i++) {
                things.updateOne(eq(1), push("items", new Document("n", i)));
            }
        });

        assertThat(bytes()).isLessThan(40L * LONG.length());
    }

    @Test
    void areWrittenWholeNowAndThen() {
        use(64 << 20, things -> {
            things.insertOne(new Document("_id", 1).append("text", LONG));
            for (var i = 0; i < 300; i++) {
                things.updateOne(eq(1), new Document("$set", new Document("text", i + LONG)));
            }
        });

        assertThat(changes()).anySatisfy(change -> assertThat(change).isInstanceOf(Change.Edited.class));
        assertThat(changes().stream().filter(Change.Put.class::isInstance)).hasSizeGreaterThan(1);
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        files().forEach(file -> {
            try {
                Frames.read(file.path(), changes::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return changes;
    }

    private List<DataFile> files() {
        try {
            return DataFile.in(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bytes() {
        return files().stream().mapToLong(file -> file.path().toFile().length()).sum();
    }

    private void use(long patience, Consumer<MongoCollection<Document>> use) {
        try (var database = EmbeddedDatabase.open(data, 0, false, patience, _ -> {});
                var client = MongoClients.create(database.connectionString())) {
            use.accept(client.getDatabase("test").getCollection("things"));
        }
    }
}
