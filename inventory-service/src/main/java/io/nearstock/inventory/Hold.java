package io.nearstock.inventory;

import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.HoldStatus.Refused;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Stock that is kept for one checkout or order. A value: a transition answers with the hold's next version.
 *
 * @param step stock in motion: being taken, going back or leaving; null while it rests
 * @param expiresAt when it ends unless it is claimed before
 * @param nextActionAt when the sweep must look at it; null when nothing is due
 */
public record Hold(
        @BsonId String id,
        Demand demand,
        Allotment allotment,
        HoldStatus status,
        @Nullable Step step,
        Instant expiresAt,
        @Nullable Instant nextActionAt,
        long version) {

    /** A hold that nobody has begun to take. */
    public static Hold asked(String id, Demand demand, Instant now) {
        return new Hold(id, demand, Allotment.NONE, new Abandoned(0), null, now, null, 0);
    }

    /** Takes what the plan says, in an attempt that no earlier one can be mistaken for. */
    public Transition prepare(Plan plan, Instant now, HoldSettings settings) {
        return switch (status) {
            case Preparing(var attempt) -> progress(attempt(attempt + 1, plan, now, settings));
            case Abandoned(var attempt) -> progress(attempt(attempt + 1, plan, now, settings));
            case Held _, Claimed _, Committed _, Shipped _, Released _, Expired _, Refused _ -> over();
        };
    }

    private Hold attempt(int number, Plan plan, Instant now, HoldSettings settings) {
        return new Hold(
                id,
                demand,
                Allotment.of(plan),
                new Preparing(number),
                HoldSteps.take(id, number, plan.portions(), now),
                now.plus(settings.life()),
                now.plus(settings.lease()),
                version + 1);
    }

    /** Every row is taken; with an order the hold is its own at once. */
    public Transition grant(@Nullable String orderId) {
        return switch (status) {
            case Preparing _ ->
                progress(orderId == null ? granted(new Held(), expiresAt) : granted(new Claimed(orderId), null));
            case Held _, Claimed _, Committed _, Shipped _, Released _, Expired _, Refused _, Abandoned _ -> over();
        };
    }

    private Hold granted(HoldStatus next, @Nullable Instant nextActionAt) {
        return next(next, allotment.grantedBy(step), null, nextActionAt);
    }

    public Transition refuse(List<Shortage> shortages) {
        return switch (status) {
            case Preparing _, Abandoned _ -> progress(next(new Refused(shortages), Allotment.NONE, null, null));
            case Held _, Claimed _, Committed _, Shipped _, Released _, Expired _, Refused _ -> over();
        };
    }

    /** Whoever prepares it has not been heard of; what it took, or may still take, goes back. */
    public Transition abandon() {
        return switch (status) {
            case Preparing(var attempt) -> progress(next(new Abandoned(attempt), Allotment.NONE, null, null));
            case Abandoned _ -> new Repetition(this);
            case Held _, Claimed _, Committed _, Shipped _, Released _, Expired _, Refused _ -> over();
        };
    }

    public Transition claim(String orderId, Instant now) {
        return switch (status) {
            case Held _ when now.isBefore(expiresAt) -> progress(next(new Claimed(orderId), allotment, step, null));
            case Claimed(var owner) -> claimedBy(owner, orderId);
            case Committed(var owner) -> claimedBy(owner, orderId);
            case Shipped(var owner, var _) -> claimedBy(owner, orderId);
            case Preparing _ -> new Busy();
            case Held _, Released _, Expired _, Refused _, Abandoned _ ->
                new Contradiction("hold_expired", "The stock is no longer held.");
        };
    }

    private Transition claimedBy(String owner, String orderId) {
        return owner.equals(orderId)
                ? new Repetition(this)
                : new Contradiction("hold_claimed", "The stock is held for another order.");
    }

    /** The order is confirmed. A released hold says that the order was cancelled since, and hears of it once more. */
    public Transition commit(String orderId) {
        return switch (status) {
            case Claimed(var owner)
            when owner.equals(orderId) -> progress(next(new Committed(orderId), allotment, step, nextActionAt));
            case Committed(var owner) when owner.equals(orderId) -> new Repetition(this);
            case Shipped(var owner, var _) when owner.equals(orderId) -> new Repetition(this);
            case Released _ -> new Repetition(this);
            case Claimed _, Committed _, Shipped _, Preparing _, Held _, Expired _, Refused _, Abandoned _ -> over();
        };
    }

    /** Gives back what is left; what has left the hub stays away. */
    public Transition release(String reason, Instant now, Duration lease) {
        return switch (status) {
            case Preparing _, Abandoned _ -> progress(next(new Released(reason, now), Allotment.NONE, null, null));
            case Held _, Claimed _, Committed _ -> giveBack(new Released(reason, now), reason, now, lease);
            case Shipped _, Released _, Expired _, Refused _ -> new Repetition(this);
        };
    }

    public Transition expire(Instant now, Duration lease) {
        return switch (status) {
            case Held _ when !now.isBefore(expiresAt) -> giveBack(new Expired(now), "expired", now, lease);
            case Expired _ -> new Repetition(this);
            case Held _, Preparing _, Claimed _, Committed _, Shipped _, Released _, Refused _, Abandoned _ -> over();
        };
    }

    private Transition giveBack(HoldStatus next, String reason, Instant now, Duration lease) {
        if (step != null) {
            return new Busy();
        }
        var back = HoldSteps.giveBack(id, allotment.left(), reason, now);
        return progress(next(next, allotment.givenBack(), back, now.plus(lease)));
    }

    /** The lines leave the hub; each shipment does so once. */
    public Transition ship(String shipmentId, List<Portion> leaving, Instant now, Duration lease) {
        if (allotment.shipped().contains(shipmentId)) {
            return new Repetition(this);
        }
        return switch (status) {
            case Claimed(var orderId) -> leave(shipmentId, leaving, orderId, now, lease);
            case Committed(var orderId) -> leave(shipmentId, leaving, orderId, now, lease);
            case Preparing _, Held _, Shipped _, Released _, Expired _, Refused _, Abandoned _ -> over();
        };
    }

    private Transition leave(String shipmentId, List<Portion> leaving, String orderId, Instant now, Duration lease) {
        if (step != null) {
            return new Busy();
        }
        if (!allotment.has(leaving)) {
            return new Contradiction("not_held", "That is not what is held for " + shipmentId + " to take.");
        }
        var ship = HoldSteps.ship(id, shipmentId, leaving, now);
        var rest = allotment.without(shipmentId, leaving);
        var next = rest.left().isEmpty() ? new Shipped(orderId, now) : status;
        return progress(next(next, rest, ship, now.plus(lease)));
    }

    /** The step that is under way; whoever asks knows that there is one. */
    public Step openStep() {
        return Objects.requireNonNull(step, id);
    }

    /** Whether whoever prepares it, or moves its stock, still has the time to. */
    public boolean isLeased(Instant now) {
        return nextActionAt != null && now.isBefore(nextActionAt);
    }

    private Progress progress(Hold next) {
        return new Progress(this, next);
    }

    private Contradiction over() {
        return new Contradiction("hold_" + status.name(), "The hold is " + status.name() + ".");
    }

    private Hold next(HoldStatus next, Allotment allotment, @Nullable Step step, @Nullable Instant nextActionAt) {
        return new Hold(id, demand, allotment, next, step, expiresAt, nextActionAt, version + 1);
    }
}
