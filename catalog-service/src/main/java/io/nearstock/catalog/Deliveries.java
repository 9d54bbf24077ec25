package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What was delivered to whom and when: all that this service keeps of orders. */
@Repository
public class Deliveries {

    private final MongoCollection<Delivery> deliveries;

    Deliveries(MongoDatabase database) {
        deliveries = database.getCollection("deliveries", Delivery.class);
        deliveries.createIndex(ascending("customerId"));
        deliveries.createIndex(ascending("orderId"));
        deliveries.createIndex(ascending("storedAt"));
        deliveries.createIndex(ascending("skus", "at"));
    }

    /** Told twice, it is the same, stored when it was told first. */
    public void add(Delivery delivery) {
        deliveries.updateOne(
                eq("_id", delivery.id()),
                setOnInsert(BsonDocumentWrapper.asBsonDocument(delivery, deliveries.getCodecRegistry())),
                new UpdateOptions().upsert(true));
    }

    /** About so many that were stored after the one moment and not after the other, the oldest first, whole moments at a time. */
    public List<Delivery> stored(Instant after, Instant until, int about) {
        var some = find(after, until).limit(about).into(new ArrayList<>());
        return some.size() < about
                ? some
                : find(after, some.getLast().storedAt()).into(new ArrayList<>());
    }

    private FindIterable<Delivery> find(Instant after, Instant until) {
        return deliveries
                .find(and(gt("storedAt", after), lte("storedAt", until)))
                .sort(ascending("storedAt"));
    }

    /** How many units of a product were delivered from the one moment on, and before the other. */
    public long units(String sku, Instant from, Instant before) {
        var units = 0L;
        for (var delivery : deliveries.find(and(eq("skus", sku), gte("at", from), lt("at", before)))) {
            units += delivery.unitsOf(sku);
        }
        return units;
    }

    /** When an order first brought a product. */
    public Optional<Instant> deliveredAt(String orderId, String sku) {
        var first = deliveries
                .find(and(eq("orderId", orderId), eq("skus", sku)))
                .sort(ascending("at"))
                .first();
        return Optional.ofNullable(first).map(Delivery::at);
    }

    /** By whichever order. */
    public boolean have(String customerId, String sku) {
        return isAny(and(eq("customerId", customerId), eq("skus", sku)));
    }

    public boolean have(String orderId, String customerId, String sku) {
        var ofOrder = or(eq("orderId", orderId), eq("_id", orderId)); // this is how they were kept at first
        return isAny(and(eq("customerId", customerId), eq("skus", sku), ofOrder));
    }

    private boolean isAny(Bson which) {
        return deliveries.find(which).first() != null;
    }
}
