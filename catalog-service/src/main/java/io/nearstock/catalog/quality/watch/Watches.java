package io.nearstock.catalog.quality.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The watches in MongoDB, one a product, supplier and lot, each with the alert that is to be told. */
@Repository
class Watches {

    static final String COLLECTION = "quality_watches";

    private static final int MOST_PARTS = 1000;

    private final MongoCollection<Watch> watches;
    private final OutboxRelay relay;

    Watches(MongoDatabase database, OutboxRelay relay) {
        this.watches = database.getCollection(COLLECTION, Watch.class);
        this.relay = relay;
        watches.createIndex(ascending("about.productId"));
        watches.createIndex(ascending("alerts.signal"), new IndexOptions().sparse(true));
    }

    Watch of(Subject subject) {
        return Optional.ofNullable(watches.find(eq("_id", subject.id())).first())
                .orElseGet(() -> Watch.of(subject));
    }

    /** Of what suppliers and lots brought of a product; the product's own is not among them. */
    List<Watch> within(String productId) {
        var parts = and(eq("about.productId", productId), ne("_id", productId));
        return watches.find(parts).limit(MOST_PARTS).into(new ArrayList<>());
    }

    /** Stores the next state with the review that led to it; false when another was first. */
    boolean save(Watch next, String reviewId, Optional<OutboxEntry> alert) {
        begin(next);
        var changes = changes(next);
        changes.add(addToSet("noted", reviewId));
        alert.ifPresent(entry -> changes.add(push("outbox", entry)));
        return isStored(next, changes) && told(next, alert);
    }

    /** Stores that its alert is closed; false when another was first. */
    boolean close(Watch next, OutboxEntry closed) {
        var changes = changes(next);
        changes.add(push("outbox", closed));
        return isStored(next, changes) && told(next, Optional.of(closed));
    }

    private boolean isStored(Watch next, List<Bson> changes) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return watches.updateOne(unchanged, combine(changes)).getModifiedCount() == 1;
    }

    private static List<Bson> changes(Watch next) {
        return new ArrayList<>(List.of(
                set("all", next.total()),
                set("past", next.past()),
                set("since", next.since()),
                set("evidence", next.evidence()),
                set("calm", next.calm()),
                set("alerts", next.alerts()),
                set("version", next.version())));
    }

    /** Those with an open alert about what came back. */
    void forEachOpenOfReturns(Consumer<Watch> visit) {
        for (var watch : watches.find(eq("alerts.signal", Alert.RETURNS))) {
            if (watch.isAlarmed()) {
                visit.accept(watch);
            }
        }
    }

    /** The product's own, and those of what suppliers and lots brought of it. */
    Optional<Watch> withAlert(String productId, String alertId) {
        return Stream.concat(Stream.of(of(Subject.product(productId))), within(productId).stream())
                .filter(watch -> watch.alert(alertId).isPresent())
                .findFirst();
    }

    /** Stores what is seen as a whole with its alert; the same again changes nothing. */
    void addOnce(Watch watch, OutboxEntry alert) {
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(watch, watches.getCodecRegistry())),
                setOnInsert("outbox", List.of(alert)));
        watches.updateOne(eq("_id", watch.id()), document, new UpdateOptions().upsert(true));
        relay.nudge(COLLECTION, watch.id());
    }

    private boolean told(Watch saved, Optional<OutboxEntry> alert) {
        alert.ifPresent(_ -> relay.nudge(COLLECTION, saved.id()));
        return true;
    }

    /** Another's first document is as good. */
    private void begin(Watch next) {
        if (next.version() > 1) {
            return;
        }
        try {
            watches.insertOne(Watch.of(next.subject()));
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
        }
    }

    /** Once the reading itself says that it was counted, its note is not needed. */
    void forget(Subject subject, String reviewId) {
        watches.updateOne(eq("_id", subject.id()), pull("noted", reviewId));
    }
}
