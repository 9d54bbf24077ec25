package io.nearstock.catalog.wish;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.catalog.PriceWatcher;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The wishes in MongoDB, a document each, with what is to be told of it. */
@Repository
class Wishes implements PriceWatcher {

    static final String COLLECTION = "wishes";

    private final MongoCollection<Wish> wishes;
    private final OutboxEntries entries;
    private final OutboxRelay relay;

    Wishes(MongoDatabase database, OutboxEntries entries, OutboxRelay relay) {
        this.wishes = database.getCollection(COLLECTION, Wish.class);
        this.entries = entries;
        this.relay = relay;
        wishes.createIndex(ascending("customerId", "_id"));
        wishes.createIndex(ascending("productId"));
    }

    /** In the order of their ids, from behind this one on. */
    List<Wish> of(String customerId, String after, int limit) {
        return wishes.find(and(eq("customerId", customerId), gt("_id", after)))
                .sort(ascending("customerId", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    long count(String customerId) {
        return wishes.countDocuments(eq("customerId", customerId));
    }

    /** Nothing changes where it is on the list already. */
    void add(Wish wish) {
        try {
            wishes.insertOne(wish);
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
        }
    }

    void remove(String customerId, String productId) {
        wishes.deleteOne(eq("_id", Wish.id(customerId, productId)));
    }

    /** Each version of a product counts once; the new price and what is told of it are one write. */
    @Override
    public void see(Priced priced) {
        wishes.find(and(eq("productId", priced.productId()), lt("productVersion", priced.version())))
                .into(new ArrayList<>())
                .forEach(wish -> see(wish, priced));
    }

    private void see(Wish wish, Priced priced) {
        var changes = new ArrayList<Bson>();
        changes.add(set("price", priced.price()));
        changes.add(set("productVersion", priced.version()));
        var dropped = priced.price().amount() < wish.price().amount();
        if (dropped) {
            var told = PriceDropped.of(wish, priced);
            changes.add(inc("messages", 1L));
            changes.add(push(
                    "outbox", entries.entry(wish.id(), wish.messages() + 1, PriceDropped.TYPE, priced.at(), told)));
        }
        var unchanged = and(eq("_id", wish.id()), eq("productVersion", wish.productVersion()));
        if (wishes.updateOne(unchanged, combine(changes)).getModifiedCount() == 1 && dropped) {
            relay.nudge(COLLECTION, wish.id());
        }
    }
}
