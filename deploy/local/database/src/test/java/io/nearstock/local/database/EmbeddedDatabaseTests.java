package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Collections.nCopies;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTests {

    @AutoClose
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

    @AutoClose
    private final MongoClient client = MongoClients.create(database.connectionString());

    private final MongoCollection<Document> things = client.getDatabase("test").getCollection("things");

    @Test
    void sellsExactlyWhatThereIsToSixteenBuyers() throws Exception {
        things.insertOne(new Document("_id", "sku").append("stock", 500));
        Callable<Integer> buyer = () -> (int) IntStream.range(0, 100)
                .filter(_ -> things.findOneAndUpdate(and(eq("sku"), gte("stock", 1)), inc("stock", -1)) != null)
                .count();

        try (var buyers = Executors.newFixedThreadPool(16)) {
            var sold = buyers.invokeAll(nCopies(16, buyer)).stream().mapToInt(Future::resultNow);
            assertThat(sold.sum()).isEqualTo(500);
        }
        assertThat(things.find().first()).containsEntry("stock", 0);
    }

    @Test
    void showsNoDocumentHalfWritten() throws Exception {
        things.insertOne(Document.parse("{_id: 1, left: {n: 0}, right: {n: 0}, list: []}"));
        var done = new AtomicBoolean();
        Callable<Void> writer = () -> {
            for (var i = 0; i < 500; i++) {
                things.updateOne(eq(1), Updates.combine(inc("left.n", 1), inc("right.n", 1), Updates.push("list", i)));
            }
            done.set(true);
            return null;
        };

        try (var writing = Executors.newSingleThreadExecutor()) {
            var written = writing.submit(writer);
            while (!done.get()) {
                assertWhole(things.find(eq(1)).first());
                assertWhole(things.aggregate(List.of()).first());
            }
            written.get();
        }
    }

    private static void assertWhole(@Nullable Document document) {
        requireNonNull(document);
        assertThat(document.get("left")).isEqualTo(document.get("right"));
        assertThat(document.getList("list", Integer.class)).hasSize(document.getEmbedded(List.of("left", "n"), 0));
    }

    @Test
    void keepsAnAggregationOutOfWhatIsStored() {
        things.insertOne(Document.parse("{_id: 1, n: {x: 1}}"));

        things.aggregate(List.of(Document.parse("{$addFields: {n: {y: 2}}}"))).first();

        assertThat(things.find().first()).isEqualTo(Document.parse("{_id: 1, n: {x: 1}}"));
    }

    @Test
    void filtersOnlyTheFirstReadOfAnAggregationByItsFirstMatch() {
        things.insertMany(List.of(Document.parse("{_id: 1, parent: 2}"), Document.parse("{_id: 2}")));

        var found = things.aggregate(List.of(
                Document.parse("{$match: {_id: 1}}"),
                Document.parse("{$lookup: {from: 'things', pipeline: [], as: 'all'}}")));

        assertThat(found.first())
                .hasEntrySatisfying("all", all -> assertThat((List<?>) all).hasSize(2));
    }

    @Test
    void keepsAUniqueKeyUniqueThroughEveryKindOfWrite() {
        things.createIndex(ascending("email"), new IndexOptions().unique(true).sparse(true));
        things.insertOne(Document.parse("{_id: 1, email: 'a'}"));
        things.insertOne(Document.parse("{_id: 2, email: 'b'}"));
        things.insertMany(List.of(Document.parse("{_id: 3}"), Document.parse("{_id: 4}")));

        assertDuplicate(() -> things.insertOne(Document.parse("{_id: 5, email: 'a'}")));
        assertDuplicate(() -> things.updateOne(eq(2), set("email", "a")));
        assertDuplicate(() -> things.replaceOne(eq(3), Document.parse("{email: 'b'}")));
        things.updateOne(eq(1), set("email", "c"));
        things.updateOne(eq(2), set("email", "a"));
        things.deleteOne(eq(1));
        things.insertOne(Document.parse("{_id: 6, email: 'c'}"));
        assertThat(things.find(eq("email", "a"))).hasSize(1);
    }

    private static void assertDuplicate(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    }

    @Test
    void letsOneOfManyUpsertsOnAUniqueKeyInsert() throws Exception {
        things.createIndex(ascending("checkout"), new IndexOptions().unique(true));
        Callable<Boolean> upsert = () -> things.updateOne(
                                eq("checkout", "chk_1"),
                                setOnInsert("state", "placed"),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;

        try (var competitors = Executors.newFixedThreadPool(16)) {
            assertThat(competitors.invokeAll(nCopies(16, upsert)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void buildsAnIndexOnWhatIsThereAndRefusesAUniqueOneThatIsBroken() {
        things.insertMany(List.of(Document.parse("{_id: 1, a: 1}"), Document.parse("{_id: 2, a: 1}")));
        things.createIndex(ascending("a"));

        assertThat(things.find(eq("a", 1))).hasSize(2);
        assertThatThrownBy(() -> things.createIndex(
                        ascending("a"), new IndexOptions().unique(true).name("other")))
                .isInstanceOf(MongoServerException.class);
        assertThat(things.find(eq("a", 1))).hasSize(2);
    }

    @Test
    void readsOnWithACursorWhileOthersWrite() {
        things.insertMany(
                IntStream.range(0, 100).mapToObj(i -> new Document("_id", i)).toList());
        var seen = new ArrayList<Document>();

        try (var cursor = things.find().batchSize(10).iterator()) {
            seen.add(cursor.next());
            things.deleteMany(new Document());
            cursor.forEachRemaining(seen::add);
        }

        assertThat(seen).hasSize(100);
        assertThat(things.countDocuments()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{createIndexes: 'things', indexes: [{name: 'i', key: {at: '2dsphere'}}]}",
                "{createIndexes: 'things', indexes: [{name: 'i', key: {a: 1}, partialFilterExpression: {b: 1}}]}",
                "{createIndexes: 'things', indexes: [{name: 'i', key: {'a.0': 1}}]}",
                "{update: 'things', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                "{find: 'things', filter: {}, collation: {locale: 'en'}}",
                "{find: 'things', filter: {}, startTransaction: true}"
            })
    void refusesLoudlyWhatItCannotDo(String command) {
        assertThatThrownBy(() -> client.getDatabase("test").runCommand(Document.parse(command)))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("the local database has no");
    }

    @Test
    void answersACommandItDoesNotUnderstandWithAnErrorAndGoesOn() {
        things.insertOne(new Document());

        assertThatThrownBy(() -> things.find(Filters.text("shoe")).first()).isInstanceOf(MongoServerException.class);
        assertThat(things.countDocuments()).isOne();
    }

    @Test
    void forgetsACollectionThatIsDroppedAndStartsItAnew() {
        things.createIndex(ascending("a"), new IndexOptions().unique(true));
        things.insertOne(Document.parse("{_id: 1, a: 1}"));
        things.drop();

        things.insertMany(List.of(Document.parse("{_id: 1, a: 1}"), Document.parse("{_id: 2, a: 1}")));

        assertThat(things.find(eq("a", 1))).hasSize(2);
    }

    /** So that a test can tell whether an index answers a question. */
    @Test
    void countsTheDocumentsThatItLooksAt() {
        things.createIndex(new Document("colour", 1));
        things.insertMany(IntStream.range(0, 50)
                .mapToObj(number -> new Document("_id", number).append("colour", number % 10))
                .toList());
        var before = examined();

        things.find(eq("colour", 3)).first();
        things.find(eq("colour", 3)).into(new ArrayList<>());
        assertThat(examined() - before).isBetween(6L, 10L);

        things.find(eq("size", 3)).into(new ArrayList<>());
        assertThat(examined() - before).isBetween(56L, 60L);
    }

    private long examined() {
        var status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
        var executor = status.get("metrics", Document.class).get("queryExecutor", Document.class);
        return executor.getLong("scannedObjects");
    }
}
