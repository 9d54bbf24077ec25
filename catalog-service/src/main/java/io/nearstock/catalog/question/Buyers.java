package io.nearstock.catalog.question;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** To whom which products were delivered, as far as questions need it. */
@Repository
class Buyers {

    private final MongoCollection<Document> buyers;

    Buyers(MongoDatabase database) {
        buyers = database.getCollection("questionBuyers");
    }

    void add(String customerId, String sku) {
        var buyer = combine(setOnInsert("customerId", customerId), setOnInsert("sku", sku));
        buyers.updateOne(eq("_id", id(customerId, sku)), buyer, new UpdateOptions().upsert(true));
    }

    boolean has(String customerId, String sku) {
        return buyers.find(eq("_id", id(customerId, sku))).first() != null;
    }

    private static String id(String customerId, String sku) {
        return customerId + "/" + sku;
    }
}
