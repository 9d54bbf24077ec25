package io.nearstock.acceptance.load.comparison;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.nearstock.acceptance.shop.Together;
import org.bson.Document;

/** Nothing but the conditional decrement of one document: what the stack's database does at most for one hot row. */
public record RawUpdates(String database, int threads, int updates) {

    /** Answers updates a second, after as many to warm up. */
    public double rate() {
        try (var client = MongoClients.create(database)) {
            var rows = client.getDatabase("load").getCollection("hot");
            rows.drop();
            rows.insertOne(new Document("_id", "hot").append("allocatable", 2L * threads * updates));
            var _ = nanos(rows);
            var rate = (double) threads * updates * 1_000_000_000L / nanos(rows);
            client.getDatabase("load").drop();
            return rate;
        }
    }

    private long nanos(MongoCollection<Document> rows) {
        var start = System.nanoTime();
        var _ = Together.together(threads, () -> decrement(rows));
        return System.nanoTime() - start;
    }

    private boolean decrement(MongoCollection<Document> rows) {
        for (var update = 0; update < updates; update++) {
            rows.updateOne(and(eq("_id", "hot"), gte("allocatable", 1)), inc("allocatable", -1));
        }
        return true;
    }
}
