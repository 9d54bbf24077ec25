package io.nearstock.catalog;

import static io.nearstock.catalog.Redemption.Status.ABANDONED;
import static io.nearstock.catalog.Redemption.Status.CLAIMED;
import static io.nearstock.catalog.Redemption.Status.HELD;
import static io.nearstock.catalog.Redemption.Status.PREPARING;
import static io.nearstock.catalog.Redemption.Status.RETURNED;
import static io.nearstock.catalog.Redemption.Status.RETURNING;

import io.nearstock.catalog.Redemption.Answer.Contradiction;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.catalog.Redemption.Answer.Repetition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Uses of promotions that are kept for one checkout or order, under the id of its hold on stock and by the same rules. A
 * value: a transition answers with the redemption's next version.
 *
 * @param basket what the uses are for; null where it was given back before anybody asked for it
 * @param attempt counts how often the uses were begun to be taken; each attempt is a step of its own
 * @param granted the attempt whose uses are counted; 0 where none is
 * @param orderId whose they are once they are claimed
 * @param expiresAt when they go back unless they are claimed before
 * @param nextActionAt when the sweep must look at it; null when nothing is due
 */
public record Redemption(
        @BsonId String id,
        @Nullable Basket basket,
        Status status,
        int attempt,
        int granted,
        @Nullable String orderId,
        Instant expiresAt,
        @Nullable Instant nextActionAt,
        long version) {

    public enum Status {
        /** Its uses are being taken. */
        PREPARING,

        /** Whoever prepared it gave up or has gone missing; it may be prepared again, but never by that attempt. */
        ABANDONED,

        /** Counted until it expires. */
        HELD,

        /** An order's own: only that order lets go of it, no clock does. */
        CLAIMED,

        /** Its uses are going back. */
        RETURNING,

        /** Nothing of it is counted, nor ever will be. */
        RETURNED
    }

    /** What was asked for, and the answer, so that a repetition is answered the same. */
    public record Basket(String customerId, @Nullable String coupon, Quote quote, List<Use> uses) {}

    /** A redemption's answer to a command. */
    public sealed interface Answer {

        /** It is now this; to be stored. */
        record Progress(Redemption redemption) implements Answer {}

        /** It was so already. */
        record Repetition(Redemption redemption) implements Answer {}

        record Contradiction(String code) implements Answer {}
    }

    /** One that nobody has begun. */
    public static Redemption unseen(String id, Instant now) {
        return new Redemption(id, null, ABANDONED, 0, 0, null, now, null, 0);
    }

    /** Begins to take uses, in an attempt that no earlier one can be mistaken for. */
    public Answer prepare(Basket next, Instant now, RedemptionSettings settings) {
        return switch (status) {
            case PREPARING, ABANDONED ->
                new Progress(new Redemption(
                        id,
                        next,
                        PREPARING,
                        attempt + 1,
                        0,
                        null,
                        now.plus(settings.life()),
                        now.plus(settings.lease()),
                        version + 1));
            case HELD, CLAIMED, RETURNING, RETURNED -> over();
        };
    }

    /** Every use is taken. */
    public Answer grant() {
        return switch (status) {
            case PREPARING -> next(HELD, attempt, null, expiresAt);
            case ABANDONED, HELD, CLAIMED, RETURNING, RETURNED -> over();
        };
    }

    /** What this attempt took, or may still take, does not count. */
    public Answer abandon() {
        return switch (status) {
            case PREPARING -> next(ABANDONED, 0, null, null);
            case ABANDONED -> new Repetition(this);
            case HELD, CLAIMED, RETURNING, RETURNED -> over();
        };
    }

    public Answer claim(String order, Instant now) {
        return switch (status) {
            case HELD -> now.isBefore(expiresAt) ? next(CLAIMED, granted, order, null) : over();
            case CLAIMED -> order.equals(orderId) ? new Repetition(this) : new Contradiction("hold_claimed");
            case PREPARING, ABANDONED, RETURNING, RETURNED -> over();
        };
    }

    /** Gives the uses back, but never those that another order has claimed. */
    public Answer release(@Nullable String order, Instant now, RedemptionSettings settings) {
        return switch (status) {
            case PREPARING, ABANDONED -> next(RETURNED, 0, null, null);
            case HELD -> giveBack(now, settings);
            case CLAIMED -> Objects.equals(order, orderId) ? giveBack(now, settings) : new Repetition(this);
            case RETURNING, RETURNED -> new Repetition(this);
        };
    }

    public Answer expire(Instant now, RedemptionSettings settings) {
        return switch (status) {
            case HELD -> now.isBefore(expiresAt) ? new Repetition(this) : giveBack(now, settings);
            case PREPARING, ABANDONED, CLAIMED, RETURNING, RETURNED -> new Repetition(this);
        };
    }

    /** Every use has gone back. */
    public Answer returned() {
        return switch (status) {
            case RETURNING -> next(RETURNED, granted, orderId, null);
            case RETURNED -> new Repetition(this);
            case PREPARING, ABANDONED, HELD, CLAIMED -> over();
        };
    }

    public boolean isReturning() {
        return status == RETURNING;
    }

    /** Whether whoever prepares it, or gives it back, still has the time to. */
    public boolean isLeased(Instant now) {
        return nextActionAt != null && now.isBefore(nextActionAt);
    }

    public List<Use> uses() {
        return basket == null ? List.of() : basket.uses();
    }

    String takeStep() {
        return id + ".take." + attempt;
    }

    String returnStep() {
        return id + ".return";
    }

    /** What became of a step of its own: nothing yet, recorded for good, or to be undone. */
    public Verdict verdict(Allowance.Pending pending) {
        if (pending.id().equals(returnStep())) {
            return status == RETURNING ? Verdict.WAIT : Verdict.RECORDED;
        }
        if (status == PREPARING && pending.id().equals(takeStep())) {
            return Verdict.WAIT;
        }
        return pending.id().equals(id + ".take." + granted) ? Verdict.RECORDED : Verdict.UNDO;
    }

    public enum Verdict {
        WAIT,
        RECORDED,
        UNDO
    }

    private Answer giveBack(Instant now, RedemptionSettings settings) {
        return next(RETURNING, granted, orderId, now.plus(settings.lease()));
    }

    private Answer over() {
        return new Contradiction(
                status == HELD ? "hold_expired" : "hold_" + status.name().toLowerCase(Locale.ROOT));
    }

    private Progress next(Status then, int counted, @Nullable String order, @Nullable Instant dueAt) {
        return new Progress(new Redemption(id, basket, then, attempt, counted, order, expiresAt, dueAt, version + 1));
    }
}
