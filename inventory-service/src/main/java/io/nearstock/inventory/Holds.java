package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The holds in MongoDB. A change is stored only upon the version that it was decided on. */
@Repository
public class Holds {

    private static final int ATTEMPTS = 20;

    private final MongoCollection<Hold> holds;
    private final OutboxRelay relay;
    private final Function<Hold, OutboxEntry> expiry;
    private final HoldVerdicts verdicts;

    /** Takes the announcement of an expiry as a function, so that the model knows no step of the journey. */
    Holds(MongoDatabase database, OutboxRelay relay, Function<Hold, OutboxEntry> expiry, HoldVerdicts verdicts) {
        this.holds = database.getCollection("holds", Hold.class);
        this.relay = relay;
        this.expiry = expiry;
        this.verdicts = verdicts;
        holds.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<Hold> find(String id) {
        return Optional.ofNullable(holds.find(eq("_id", id)).first());
    }

    /** Stores a hold's first version, or the next one; false when somebody was faster: look at it again. */
    public boolean save(Progress progress) {
        return progress.isFirst() ? Duplicates.inserted(holds, progress.to()) : update(progress);
    }

    /** As {@link #save} does with each of several first versions. */
    List<Boolean> begin(List<Progress> first) {
        return first.size() == 1
                ? List.of(save(first.getFirst()))
                : Duplicates.inserted(holds, first.stream().map(Progress::to).toList());
    }

    /** Whether these rows have given units to holds that do without them. */
    boolean someGoesBack(List<StockRow> rows) {
        return verdicts.someGoesBack(rows);
    }

    /** For each of several ids, whether there is no hold of it. */
    List<Boolean> areUnknown(List<String> ids) {
        return verdicts.areUnknown(ids);
    }

    /** Stores the only version of holds that are taken already; false where another attempt, or a tombstone, is there. */
    List<Boolean> grantAtOnce(List<Progress> granted) {
        var stored = begin(granted);
        return stored.contains(false)
                ? verdicts.granted(granted.stream().map(Progress::to).toList())
                : stored;
    }

    /**
     * As {@link #save} does with each of several that are granted. Only whoever prepared an attempt grants it: where the
     * count leaves a doubt, the holds themselves say which were.
     */
    List<Boolean> grant(List<Progress> granted) {
        if (granted.size() == 1) {
            return List.of(save(granted.getFirst()));
        }
        var writes = granted.stream().map(Holds::write).toList();
        return holds.bulkWrite(writes).getModifiedCount() == writes.size()
                ? Collections.nCopies(writes.size(), true)
                : verdicts.granted(granted.stream().map(Progress::to).toList());
    }

    /** Decides upon a hold, once more whenever somebody else has changed it meanwhile. */
    public Transition change(String id, Supplier<Hold> whenUnknown, Function<Hold, Transition> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var transition = decision.apply(find(id).orElseGet(whenUnknown));
            if (!(transition instanceof Progress progress) || save(progress)) {
                return transition;
            }
        }
        return new Busy();
    }

    public Transition change(String id, Function<Hold, Transition> decision) {
        return change(
                id,
                () -> {
                    throw new UnknownIdException(id);
                },
                decision);
    }

    /** Tells a hold that was given up unheard what it was for; a contradiction where it knows already. */
    public Transition askedFor(String id, Demand demand) {
        return change(id, hold -> Unrecorded.askedFor(hold, demand));
    }

    private boolean update(Progress progress) {
        var write = write(progress);
        return holds.updateOne(write.getFilter(), Objects.requireNonNull(write.getUpdate()))
                        .getModifiedCount()
                == 1;
    }

    private static UpdateOneModel<Hold> write(Progress progress) {
        var from = progress.from();
        var to = progress.to();
        var changes = new ArrayList<Bson>();
        change(changes, "demand", from.demand(), to.demand());
        change(changes, "allotment", from.allotment(), to.allotment());
        change(changes, "status", from.status(), to.status());
        change(changes, "step", from.step(), to.step());
        change(changes, "expiresAt", from.expiresAt(), to.expiresAt());
        change(changes, "nextActionAt", from.nextActionAt(), to.nextActionAt());
        changes.add(set("version", to.version()));
        return new UpdateOneModel<>(and(eq("_id", from.id()), eq("version", from.version())), combine(changes));
    }

    private static void change(List<Bson> changes, String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(to == null ? unset(name) : set(name, to));
        }
    }

    /**
     * Marks a step as done on every row; the expiry of a hold is announced with it. Does nothing for whoever has lost the
     * lease: the next owner may be about to do what this one has done, and must still find it in the rows.
     */
    public void finish(Hold hold) {
        var mine =
                and(eq("_id", hold.id()), eq("step.id", hold.openStep().id()), eq("nextActionAt", hold.nextActionAt()));
        var rest = combine(unset("step"), unset("nextActionAt"), inc("version", 1L));
        var expired = hold.status() instanceof Expired;
        var change = expired ? combine(rest, push("outbox", expiry.apply(hold))) : rest;
        if (holds.updateOne(mine, change).getModifiedCount() == 1 && expired) {
            relay.nudge("holds", hold.id());
        }
    }

    /** Confirms holds for their orders, and answers how many; the others were confirmed before, or must be looked at. */
    public int commit(Map<String, String> orderByHold) {
        var commits = orderByHold.entrySet().stream()
                .map(each -> commit(each.getKey(), each.getValue()))
                .toList();
        return holds.bulkWrite(commits).getModifiedCount();
    }

    private static UpdateOneModel<Hold> commit(String holdId, String orderId) {
        var claimed =
                and(eq("_id", holdId), eq("status.name", new Claimed(orderId).name()), eq("status.orderId", orderId));
        return new UpdateOneModel<>(claimed, combine(set("status", new Committed(orderId)), inc("version", 1L)));
    }

    /** Takes a hold that something is due for; for the length of the lease nobody else gets it. */
    public Optional<Hold> takeDue(Instant now, Duration lease) {
        var due = holds.findOneAndUpdate(
                lte("nextActionAt", now),
                combine(set("nextActionAt", now.plus(lease)), inc("version", 1L)),
                new FindOneAndUpdateOptions().sort(ascending("nextActionAt")).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(due);
    }
}
