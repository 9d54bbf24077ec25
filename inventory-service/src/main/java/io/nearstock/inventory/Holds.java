package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The holds in MongoDB. A change is stored only upon the version that it was decided on. */
@Repository
public class Holds {

    private static final int ATTEMPTS = 20;

    /** What decides about a hold's steps. */
    public record Standing(@BsonId String id, @Nullable StepId step, Grant allotment) {

        public record StepId(String id) {}

        public record Grant(@Nullable String granted) {}
    }

    private final MongoCollection<Hold> holds;
    private final OutboxRelay relay;
    private final Function<Hold, OutboxEntry> expiry;

    /** Takes the announcement of an expiry as a function, so that the model knows no step of the journey. */
    Holds(MongoDatabase database, OutboxRelay relay, Function<Hold, OutboxEntry> expiry) {
        this.holds = database.getCollection("holds", Hold.class);
        this.relay = relay;
        this.expiry = expiry;
        holds.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        holds.createIndex(ascending("allotment.waitsFor"), new IndexOptions().sparse(true));
    }

    public Optional<Hold> find(String id) {
        return Optional.ofNullable(holds.find(eq("_id", id)).first());
    }

    /** Holds that took more of a row than there was, and still hold some of it. */
    List<Hold> waitingFor(String row) {
        return holds.find(eq("allotment.waitsFor", row)).into(new ArrayList<>()).stream()
                .filter(hold ->
                        hold.allotment().granted() != null && hold.allotment().leftAt(row) > 0)
                .toList();
    }

    /** Stores a hold's first version, or the next one; false when somebody was faster: look at it again. */
    public boolean save(Progress progress) {
        return progress.from().version() == 0
                ? Duplicates.inserted(holds, progress.to())
                : update(progress.from(), progress.to());
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

    private boolean update(Hold from, Hold to) {
        var changes = new ArrayList<Bson>();
        change(changes, "allotment", from.allotment(), to.allotment());
        change(changes, "status", from.status(), to.status());
        change(changes, "step", from.step(), to.step());
        change(changes, "expiresAt", from.expiresAt(), to.expiresAt());
        change(changes, "nextActionAt", from.nextActionAt(), to.nextActionAt());
        changes.add(set("version", to.version()));
        var unchanged = and(eq("_id", from.id()), eq("version", from.version()));
        return holds.updateOne(unchanged, combine(changes)).getModifiedCount() == 1;
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

    /** What the holds say about changes that rows remember, by the steps' ids. */
    public Map<String, Verdict> verdicts(Collection<Pending> pending) {
        if (pending.isEmpty()) {
            return Map.of();
        }
        var verdicts = new HashMap<String, Verdict>();
        var owners = pending.stream().map(Pending::owner).distinct().toList();
        var standings = new HashMap<String, Standing>();
        holds.withDocumentClass(Standing.class)
                .find(in("_id", owners))
                .projection(include("step.id", "allotment.granted"))
                .forEach(standing -> standings.put(standing.id(), standing));
        pending.forEach(each -> verdicts.put(each.id(), verdict(each, standings.get(each.owner()))));
        return verdicts;
    }

    private static Verdict verdict(Pending pending, @Nullable Standing hold) {
        if (hold == null || (hold.step() != null && hold.step().id().equals(pending.id()))) {
            return Verdict.WAIT;
        }
        var stands = pending.kind() != MovementKind.HOLD
                || pending.id().equals(hold.allotment().granted());
        return stands ? Verdict.RECORD : Verdict.UNDO;
    }
}
