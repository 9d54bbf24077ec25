package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What was delivered to whom, by order: all that this service keeps of orders. */
@Repository
public class Deliveries {

    private final MongoCollection<Document> deliveries;

    Deliveries(MongoDatabase database) {
        deliveries = database.getCollection("deliveries");
        deliveries.createIndex(ascending("customerId"));
    }

    /** Told twice, it is the same. */
    public void add(String orderId, String customerId, List<String> skus) {
        deliveries.updateOne(
                eq("_id", orderId),
                Updates.combine(Updates.set("customerId", customerId), Updates.addEachToSet("skus", skus)),
                new UpdateOptions().upsert(true));
    }

    /** By whichever order. */
    public boolean have(String customerId, String sku) {
        return isAny(and(eq("customerId", customerId), eq("skus", sku)));
    }

    public boolean have(String orderId, String customerId, String sku) {
        return isAny(and(eq("_id", orderId), eq("customerId", customerId), eq("skus", sku)));
    }

    private boolean isAny(Bson which) {
        return deliveries.find(which).first() != null;
    }
}
