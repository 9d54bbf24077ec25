package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random updates: what the shorter way makes of a document is what the library makes of it. */
class UpdateFuzzTests {

    private static final int DOCUMENTS = 20;

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> edited = client.getDatabase("fuzz").getCollection("edited");
    private final MongoCollection<Document> byTheLibrary =
            client.getDatabase("fuzz").getCollection("library");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void makesOfADocumentWhatTheLibraryMakesOfIt(long seed) {
        var random = new RandomUpdates(new Random(seed));
        edited.createIndex(Document.parse("{a: 1}"));
        edited.createIndex(Document.parse("{'items.k': 1}"));
        for (var id = 0; id < DOCUMENTS; id++) {
            edited.insertOne(new Document("_id", id));
            byTheLibrary.insertOne(new Document("_id", id));
        }
        for (var round = 0; round < 1000; round++) {
            compare(eq(random.random().nextInt(DOCUMENTS)), random.update());
        }
        assertThat(edited.countDocuments(Document.parse("{'items.k': {$in: ['v1', 'v2']}}")))
                .isEqualTo(
                        byTheLibrary.countDocuments(Document.parse("{$or: [{'items.k': 'v1'}, {'items.k': 'v2'}]}")));
    }

    private void compare(Bson one, Document update) {
        assertThat(isAccepted(() -> edited.updateOne(one, update)))
                .as("%s", update)
                .isEqualTo(isAccepted(() -> byTheLibrary.findOneAndUpdate(one, update)));
        assertThat(edited.find(one).first())
                .as("after %s", update)
                .isEqualTo(byTheLibrary.find(one).first());
    }

    private static boolean isAccepted(Runnable update) {
        try {
            update.run();
            return true;
        } catch (MongoException _) {
            return false;
        }
    }

    @Test
    void seesStringsInArrayThatMustNotBeThere() {
        edited.insertOne(Document.parse("{_id: 1, items: [{k: 'a'}, {k: 'b'}], tags: ['x'], n: 0}"));
        var change = Document.parse("{$inc: {n: 1}}");

        assertThat(List.of(
                        "{_id: 1, 'items.k': {$nin: ['b', 'c']}}",
                        "{$and: [{_id: 1}, {'items.k': {$nin: ['a', 'z']}}]}",
                        "{_id: 1, 'items.k': {$ne: 'a'}}",
                        "{_id: 1, tags: {$nin: ['x']}}",
                        "{_id: 1, 'items.k': {$in: ['c']}}"))
                .allSatisfy(filter -> assertThat(
                                edited.updateOne(Document.parse(filter), change).getMatchedCount())
                        .as(filter)
                        .isZero());
        assertThat(List.of(
                        "{_id: 1, 'items.k': {$nin: ['c', 'd']}}",
                        "{$and: [{_id: 1}, {'items.k': {$in: ['c', 'b']}}, {n: {$gte: 1}}]}",
                        "{_id: 1, missing: {$nin: ['x']}}",
                        "{_id: 1, 'items.k': {$ne: 'c'}}"))
                .allSatisfy(filter -> assertThat(
                                edited.updateOne(Document.parse(filter), change).getModifiedCount())
                        .as(filter)
                        .isOne());
    }
}
