package io.nearstock.order.sweep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.order.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Repository;

/** The orders, placed or still being placed, that somebody has to look at by now. */
@Repository
class DueOrders {

    /** Public for the driver, which builds it by reflection. */
    public record Due(@BsonId String id, Instant nextActionAt) {}

    private static final int BATCH = 50;

    private final MongoCollection<Due> orders;

    DueOrders(MongoDatabase database) {
        orders = database.getCollection(Orders.COLLECTION, Due.class);
    }

    /** The longest overdue first. */
    List<Due> at(Instant now) {
        return orders.find(lte("nextActionAt", now))
                .projection(include("nextActionAt"))
                .sort(ascending("nextActionAt"))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    /** Keeps the order from other sweepers for a while; false when one of them, or the order's own progress, was first. */
    boolean lease(Due due, Instant until) {
        var unchanged = and(eq("_id", due.id()), eq("nextActionAt", due.nextActionAt()));
        return orders.updateOne(unchanged, set("nextActionAt", until)).getModifiedCount() == 1;
    }
}
