package io.nearstock.catalog;

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
import java.util.Optional;
import org.bson.BsonDocumentWrapper;
import org.springframework.stereotype.Repository;

/** Of which lots the goods of orders were, in MongoDB: a document for each product of a shipment, and none where it has no lot. */
@Repository
public class LotShipments {

    private final MongoCollection<ShippedLots> shipments;

    LotShipments(MongoDatabase database) {
        shipments = database.getCollection("lot_shipments", ShippedLots.class);
        shipments.createIndex(ascending("orderId", "sku"));
        shipments.createIndex(ascending("sku", "at"));
    }

    /** Told twice, it is the same. */
    public void add(ShippedLots shipped) {
        shipments.updateOne(
                eq("_id", shipped.id()),
                setOnInsert(BsonDocumentWrapper.asBsonDocument(shipped, shipments.getCodecRegistry())),
                new UpdateOptions().upsert(true));
    }

    /** Where all units of a product came from that an order has got so far. */
    public Origin origin(String orderId, String sku) {
        return ShippedLots.origin(
                shipments.find(and(eq("orderId", orderId), eq("sku", sku))).into(new ArrayList<>()));
    }

    /** How many units of a supplier, or of its lot, have left from the one moment on, and before the other. */
    public long units(String sku, Origin origin, Instant from, Instant before) {
        var units = 0L;
        for (var shipped : shipments.find(and(eq("sku", sku), gte("at", from), lt("at", before)))) {
            units += shipped.units(origin);
        }
        return units;
    }

    /** When some of a product first left for an order. */
    public Optional<Instant> leftAt(String orderId, String sku) {
        var first = shipments
                .find(and(eq("orderId", orderId), eq("sku", sku)))
                .sort(ascending("at"))
                .first();
        return Optional.ofNullable(first).map(ShippedLots::at);
    }
}
