package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.PurchaseRules.Ruling;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Where goods on their way were seen, in MongoDB: with the order that they are of, whose version each counts up. */
@Repository
public class Sightings {

    private static final int ATTEMPTS = 20;

    /**
     * What is told of one.
     *
     * @param order as it was before
     */
    public record Seen(PurchaseOrder order, Sighting sighting, double distanceKm) {}

    private final MongoCollection<PurchaseOrder> orders;
    private final Tracks tracks;
    private final OutboxRelay relay;
    private final Function<Seen, OutboxEntry> announcement;

    Sightings(MongoDatabase database, Tracks tracks, OutboxRelay relay, Function<Seen, OutboxEntry> announcement) {
        this.orders = database.getCollection("purchaseOrders", PurchaseOrder.class);
        this.tracks = tracks;
        this.relay = relay;
        this.announcement = announcement;
    }

    /**
     * Adds one, once more whenever somebody else has changed the order meanwhile.
     *
     * @throws UnavailableException while what an earlier change does to stock is not done
     */
    public Ruling add(PurchaseOrder seen, Sighting said) {
        var order = seen;
        for (int attempt = 0; attempt < ATTEMPTS && order.steps().isEmpty(); attempt++) {
            var answer = new Journey(order).answer(said);
            if (answer.isPresent()) {
                return answer.get();
            }
            var saved = save(order, said);
            if (saved.isPresent()) {
                return new Ruling.Next(saved.get());
            }
            order = Objects.requireNonNull(orders.find(eq("_id", seen.id())).first());
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    /** The order as it then is; empty when somebody else has changed it first. */
    private Optional<PurchaseOrder> save(PurchaseOrder order, Sighting said) {
        var notice = Objects.requireNonNull(order.notice());
        var told = new Seen(order, said, tracks.distanceKm(order, said));
        var unchanged = and(eq("_id", order.id()), eq("version", order.version()));
        var changes = combine(
                set("notice.seen", notice.sightingsWith(said)),
                set("version", order.version() + 1),
                push("outbox", announcement.apply(told)));
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        var saved = Optional.ofNullable(orders.findOneAndUpdate(unchanged, changes, options));
        relay.nudge("purchaseOrders", order.id());
        return saved;
    }
}
