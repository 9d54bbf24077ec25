package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The customers' carts in MongoDB, a document for each item, so that two devices never overwrite each other. */
@Repository
public class Carts {

    private final MongoCollection<Item> items;

    Carts(MongoDatabase database) {
        items = database.getCollection("cartItems", Item.class);
        items.createIndex(ascending("customerId", "addedAt"));
    }

    /** In the order in which they were put in. */
    public List<Item> of(String customerId) {
        return items.find(eq("customerId", customerId))
                .sort(ascending("addedAt", "_id"))
                .into(new ArrayList<>());
    }

    /** Whether a product fits that is not in the cart yet; a cart that can be checked out has so many at most. */
    public boolean haveRoom(String customerId, String sku) {
        var others = and(eq("customerId", customerId), ne("_id", id(customerId, sku)));
        return items.countDocuments(others) < LineRequest.MOST;
    }

    /** Puts the item in, or changes how many of it there are. */
    public void put(String customerId, Item item, Instant now) {
        var change = combine(
                set("quantity", item.quantity()),
                setOnInsert("customerId", customerId),
                setOnInsert("sku", item.sku()),
                setOnInsert("addedAt", now));
        items.updateOne(only(customerId, item.sku()), change, new UpdateOptions().upsert(true));
    }

    public void remove(String customerId, String sku) {
        items.deleteOne(only(customerId, sku));
    }

    public void clear(String customerId, Collection<String> skus) {
        items.deleteMany(and(eq("customerId", customerId), in("sku", skus)));
    }

    private static Bson only(String customerId, String sku) {
        return eq("_id", id(customerId, sku));
    }

    private static String id(String customerId, String sku) {
        return customerId + "/" + sku;
    }
}
