package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Who waits for what, in MongoDB. */
@Repository
public class Watches {

    private static final int AT_ONCE = 500;

    private final MongoCollection<Watch> watches;
    private final OutboxRelay relay;
    private final Function<Watch.Due, OutboxEntry> announcement;

    Watches(MongoDatabase database, OutboxRelay relay, Function<Watch.Due, OutboxEntry> announcement) {
        this.watches = database.getCollection("subscriptions", Watch.class);
        this.relay = relay;
        this.announcement = announcement;
        watches.createIndex(
                ascending("waiting"), new IndexOptions().unique(true).sparse(true));
        watches.createIndex(ascending("waitingFor"), new IndexOptions().sparse(true));
    }

    /** Begins to wait, or goes on. */
    public Watch add(Watch watch) {
        return Duplicates.inserted(watches, watch)
                ? watch
                : of(watch.sku(), watch.accountId()).orElse(watch);
    }

    public Optional<Watch> of(String sku, String accountId) {
        return Optional.ofNullable(
                watches.find(eq("waiting", Watch.waiting(sku, accountId))).first());
    }

    /** False when they did not wait. */
    public boolean end(String sku, String accountId) {
        return watches.deleteOne(eq("waiting", Watch.waiting(sku, accountId))).getDeletedCount() == 1;
    }

    /** Lets everybody know who waits for one of the products; each is told once, whoever finds them. */
    public void tell(Collection<String> skus, Instant now) {
        List<Watch> found;
        do {
            found = watches.find(in("waitingFor", skus)).limit(AT_ONCE).into(new ArrayList<>());
            if (!found.isEmpty()) {
                watches.bulkWrite(found.stream().map(watch -> told(watch, now)).toList());
                found.forEach(watch -> relay.nudge("subscriptions", watch.id()));
            }
        } while (found.size() == AT_ONCE);
    }

    private UpdateOneModel<Watch> told(Watch watch, Instant now) {
        return new UpdateOneModel<>(
                and(eq("_id", watch.id()), eq("waitingFor", watch.sku())),
                combine(
                        unset("waiting"),
                        unset("waitingFor"),
                        push("outbox", announcement.apply(new Watch.Due(watch, now)))));
    }
}
