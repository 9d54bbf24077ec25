package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;

/** Operations a second at 50,000 documents, for the README; no test. Arguments: memory | journal | fsync. */
final class Measurement {

    private static final int DOCUMENTS = 50_000;
    private static final int THREADS = 16;
    private static final long SECONDS = 8;

    private Measurement() {}

    public static void main(String[] durabilities) throws Exception {
        for (var durability : durabilities) {
            try (var database = open(durability);
                    var client = MongoClients.create(database.connectionString())) {
                var stock = client.getDatabase("measurement").getCollection("stock");
                fill(stock);
                report(durability, "conditional findAndModify", () -> take(stock));
                report(durability, "claim of the next that is due", () -> claim(stock));
                report(durability, "find by _id", () -> stock.find(eq(anyId())).first());
            }
        }
    }

    private static EmbeddedDatabase open(String durability) throws Exception {
        return durability.equals("memory")
                ? EmbeddedDatabase.inMemory()
                : EmbeddedDatabase.open(Files.createTempDirectory("measurement"), 0, durability.equals("fsync"));
    }

    private static void fill(MongoCollection<Document> stock) {
        stock.createIndex(ascending("status", "nextActionAt"));
        stock.createIndex(descending("hub"));
        var batch = new ArrayList<Document>();
        for (var i = 0; i < DOCUMENTS; i++) {
            batch.add(Document.parse(
                    "{_id: %d, sku: 'SKU-%d', hub: 'hub_%d', available: 1000000, status: 'open', nextActionAt: %d, seq: 0}"
                            .formatted(i, i, i % 40, i)));
        }
        stock.insertMany(batch);
    }

    private static void take(MongoCollection<Document> stock) {
        stock.findOneAndUpdate(and(eq(anyId()), gte("available", 1)), combine(inc("available", -1), inc("seq", 1)));
    }

    private static void claim(MongoCollection<Document> stock) {
        stock.findOneAndUpdate(
                and(eq("status", "open"), lte("nextActionAt", Integer.MAX_VALUE)),
                inc("nextActionAt", DOCUMENTS),
                new FindOneAndUpdateOptions().sort(ascending("nextActionAt")));
    }

    private static int anyId() {
        return ThreadLocalRandom.current().nextInt(DOCUMENTS);
    }

    /** Twice, the first time to warm up. The CPU time is the client's and the server's together. */
    private static void report(String durability, String name, Runnable operation) {
        count(operation);
        var cpuBefore = cpuNanos();
        var done = count(operation);
        var microseconds = (cpuNanos() - cpuBefore) / 1000 / done;
        System.out.printf("%-8s %-30s %,9d/s %5d us CPU%n", durability, name, done / SECONDS, microseconds);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long count(Runnable operation) {
        var done = new LongAdder();
        var end = System.nanoTime() + SECONDS * 1_000_000_000;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var i = 0; i < THREADS; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        operation.run();
                        done.increment();
                    }
                });
            }
        }
        return done.sum();
    }
}
