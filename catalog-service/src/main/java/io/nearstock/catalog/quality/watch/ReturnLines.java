package io.nearstock.catalog.quality.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What came back, in MongoDB, a document for each line of a return. */
@Repository
class ReturnLines {

    private final MongoCollection<ReturnLine> lines;

    ReturnLines(MongoDatabase database) {
        lines = database.getCollection("return_lines", ReturnLine.class);
        lines.createIndex(ascending("sku", "at"));
    }

    /** Told twice, it is the same. */
    void add(ReturnLine line) {
        lines.updateOne(
                eq("_id", line.id()),
                setOnInsert(BsonDocumentWrapper.asBsonDocument(line, lines.getCodecRegistry())),
                new UpdateOptions().upsert(true));
    }

    /** All units that came back since, for whatever reason. */
    long units(String sku, Instant since) {
        return sum(and(eq("sku", sku), gte("at", since)));
    }

    /** Faulty units that were delivered from the one moment on, and before the other. */
    long faulty(String sku, Instant from, Instant before) {
        return sum(and(faults(sku), gte("deliveredAt", from), lt("deliveredAt", before)));
    }

    /** Faulty units that a supplier brought, and that left then. */
    long faulty(String sku, String supplierId, Instant from, Instant before) {
        return sum(and(faults(sku), eq("origin.supplierId", supplierId), gte("leftAt", from), lt("leftAt", before)));
    }

    /** Faulty units of a lot. */
    long faultyOf(Subject lot, String sku) {
        return sum(and(faults(sku), eq("origin.lot", lot.lot()), eq("origin.supplierId", lot.supplierId())));
    }

    /** Those of them that left then. */
    long faultyOf(Subject lot, String sku, Instant from, Instant before) {
        return sum(and(
                faults(sku),
                eq("origin.lot", lot.lot()),
                eq("origin.supplierId", lot.supplierId()),
                gte("leftAt", from),
                lt("leftAt", before)));
    }

    private static Bson faults(String sku) {
        return and(List.of(eq("sku", sku), eq("faulty", true)));
    }

    private long sum(Bson which) {
        return lines.find(which).into(new ArrayList<>()).stream()
                .mapToLong(ReturnLine::quantity)
                .sum();
    }
}
