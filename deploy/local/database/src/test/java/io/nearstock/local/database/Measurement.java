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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/** What operations cost at 50,000 documents, for the README; no test. Arguments for the server, such as --fsync. */
final class Measurement {

    private static final int DOCUMENTS = 50_000;
    private static final int OPERATIONS = 30_000;
    private static final int THREADS = 16;

    private final ServerProcess server;
    private final MongoCollection<Document> stock;

    private Measurement(ServerProcess server, MongoCollection<Document> stock) {
        this.server = server;
        this.stock = stock;
    }

    public static void main(String[] arguments) throws Exception {
        var all = new ArrayList<>(List.of(
                "--port",
                "0",
                "--data",
                Files.createTempDirectory("measurement").toString()));
        all.addAll(List.of(arguments));
        try (var server = ServerProcess.start(all.toArray(String[]::new));
                var client = MongoClients.create(server.connectionString())) {
            var stock = client.getDatabase("measurement").getCollection("stock");
            fill(stock);
            new Measurement(server, stock).run();
        }
    }

    private void run() {
        report("conditional findAndModify", () -> take(stock));
        report("claim of the next that is due", () -> claim(stock));
        report("find by _id", () -> stock.find(eq(anyId())).first());
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

    /** Twice, the first time to warm up. */
    private void report(String name, Runnable operation) {
        repeat(operation);
        var cpu = server.cpuTime();
        var start = System.nanoTime();
        repeat(operation);
        var perSecond = OPERATIONS * 1_000_000_000L / (System.nanoTime() - start);
        var microseconds = server.cpuTime().minus(cpu).toNanos() / 1000 / OPERATIONS;
        System.out.printf("%-30s %,9d/s %5d us of the server's CPU%n", name, perSecond, microseconds);
    }

    private static void repeat(Runnable operation) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var i = 0; i < OPERATIONS; i++) {
                threads.execute(operation);
            }
        }
    }
}
