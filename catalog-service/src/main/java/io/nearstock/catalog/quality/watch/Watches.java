package io.nearstock.catalog.quality.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The watches in MongoDB, one a product, each with the alert that is to be told. */
@Repository
class Watches {

    static final String COLLECTION = "quality_watches";

    private final MongoCollection<Watch> watches;
    private final OutboxRelay relay;

    Watches(MongoDatabase database, OutboxRelay relay) {
        this.watches = database.getCollection(COLLECTION, Watch.class);
        this.relay = relay;
    }

    Watch of(String productId) {
        return Optional.ofNullable(watches.find(eq("_id", productId)).first()).orElseGet(() -> Watch.of(productId));
    }

    /** Stores the next state with the review that led to it; false when another was first. */
    boolean save(Watch next, String reviewId, Optional<OutboxEntry> alert) {
        begin(next);
        var changes = new ArrayList<Bson>();
        changes.add(set("past", next.past()));
        changes.add(set("since", next.since()));
        changes.add(set("evidence", next.evidence()));
        changes.add(set("calm", next.calm()));
        changes.add(set("alerts", next.alerts()));
        changes.add(set("version", next.version()));
        changes.add(addToSet("noted", reviewId));
        alert.ifPresent(entry -> changes.add(push("outbox", entry)));
        var unchanged = and(eq("_id", next.productId()), eq("version", next.version() - 1));
        return watches.updateOne(unchanged, combine(changes)).getModifiedCount() == 1 && told(next, alert);
    }

    private boolean told(Watch saved, Optional<OutboxEntry> alert) {
        alert.ifPresent(_ -> relay.nudge(COLLECTION, saved.productId()));
        return true;
    }

    /** Another's first document is as good. */
    private void begin(Watch next) {
        if (next.version() > 1) {
            return;
        }
        try {
            watches.insertOne(Watch.of(next.productId()));
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
        }
    }

    /** Once the reading itself says that it was counted, its note is not needed. */
    void forget(String productId, String reviewId) {
        watches.updateOne(eq("_id", productId), pull("noted", reviewId));
    }
}
