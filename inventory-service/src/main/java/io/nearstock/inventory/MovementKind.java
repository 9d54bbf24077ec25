package io.nearstock.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why units move, and from where to where when the quantity is positive; a negative one moves them back. Null is outside
 * of the hub.
 */
public enum MovementKind {
    /** The quantity is negative: units that nobody else can have any more. */
    HOLD(Bucket.ALLOCATED, Bucket.AVAILABLE, Owner.HOLD),
    /** Held units that are free again. */
    RELEASE(Bucket.ALLOCATED, Bucket.AVAILABLE, Owner.HOLD),
    /** The quantity is negative: held units that left the hub. */
    SHIP(null, Bucket.ALLOCATED, Owner.HOLD),
    RECEIPT(null, Bucket.AVAILABLE, Owner.FACT),
    /** What a customer sent back, as the inspection found it: to be sold again, or not, or not yet known. */
    RETURN(null, Bucket.AVAILABLE, Owner.FACT),
    DAMAGED_RETURN(null, Bucket.DAMAGED, Owner.FACT),
    QUARANTINED_RETURN(null, Bucket.QUARANTINED, Owner.FACT),
    /** Signed: what a person found to be otherwise than the balance said. */
    ADJUSTMENT(null, Bucket.AVAILABLE, Owner.WISH),
    /** Signed: what a count came to that was approved. */
    COUNT(null, Bucket.AVAILABLE, Owner.FACT),
    /** The quantity is negative: sold over the counter; the goods are gone, whatever the balance says. */
    COUNTER_SALE(null, Bucket.AVAILABLE, Owner.FACT),
    /** These two are negative: units that will never be sold. */
    WRITE_OFF(null, Bucket.AVAILABLE, Owner.WISH),
    DAMAGED_WRITE_OFF(null, Bucket.DAMAGED, Owner.WISH),
    QUARANTINED_WRITE_OFF(null, Bucket.QUARANTINED, Owner.WISH),
    /** Signed, as the next three: found broken, or mended. */
    DAMAGE(Bucket.AVAILABLE, Bucket.DAMAGED, Owner.WISH),
    QUARANTINE(Bucket.AVAILABLE, Bucket.QUARANTINED, Owner.WISH),
    SAFETY(Bucket.AVAILABLE, Bucket.SAFETY, Owner.WISH),
    CONDEMNATION(Bucket.QUARANTINED, Bucket.DAMAGED, Owner.WISH),
    /** Signed: what is expected to come, or no longer is. */
    EXPECTATION(null, Bucket.INCOMING, Owner.FACT),
    /** What was expected and has come. */
    ARRIVAL(Bucket.INCOMING, Bucket.AVAILABLE, Owner.FACT),
    DAMAGED_ARRIVAL(Bucket.INCOMING, Bucket.DAMAGED, Owner.FACT),
    /** The quantity is negative: units on their way to another hub. */
    TRANSFER(null, Bucket.AVAILABLE, Owner.WISH);

    /** A hold orders its own steps; what a posting wishes can be refused, and a fact has happened. */
    private enum Owner {
        HOLD,
        WISH,
        FACT
    }

    private final @Nullable Bucket from;
    private final @Nullable Bucket to;
    private final Owner owner;

    MovementKind(@Nullable Bucket from, @Nullable Bucket to, Owner owner) {
        this.from = from;
        this.to = to;
        this.owner = owner;
    }

    public Balance effect(int quantity) {
        return side(from, -quantity).plus(side(to, quantity));
    }

    private static Balance side(@Nullable Bucket bucket, int quantity) {
        return bucket == null ? Balance.ZERO : Balance.of(bucket, quantity);
    }

    /** Where units are taken away; null where they come from outside. */
    public @Nullable Bucket source(int quantity) {
        return quantity < 0 ? to : from;
    }

    /** Whether a hold orders it; else a posting does. */
    public boolean isOfHold() {
        return owner == Owner.HOLD;
    }

    /** Whether it has happened, so that no balance can refuse it. */
    public boolean isFact() {
        return owner == Owner.FACT;
    }

    /** Whether it may bring units in that have a label somebody can read. */
    boolean bringsGoods() {
        return this == RECEIPT || this == ARRIVAL || this == DAMAGED_ARRIVAL || this == COUNT || isReturn();
    }

    /** Whether it brings back what had left for a customer. */
    boolean isReturn() {
        return this == RETURN || this == DAMAGED_RETURN || this == QUARANTINED_RETURN;
    }

    /** Whether units stay where they are, and are kept for something else than being sold, or for that again. */
    boolean isReclassification() {
        return this == DAMAGE || this == QUARANTINE || this == CONDEMNATION;
    }

    /** How units that it brings in are kept if they cannot be sold. */
    @Nullable
    Bucket aside() {
        return switch (this) {
            case DAMAGED_RETURN, DAMAGED_ARRIVAL -> Bucket.DAMAGED;
            case QUARANTINED_RETURN -> Bucket.QUARANTINED;
            case HOLD,
                    RELEASE,
                    SHIP,
                    RECEIPT,
                    RETURN,
                    ADJUSTMENT,
                    COUNT,
                    COUNTER_SALE,
                    WRITE_OFF,
                    DAMAGED_WRITE_OFF,
                    QUARANTINED_WRITE_OFF,
                    DAMAGE,
                    QUARANTINE,
                    SAFETY,
                    CONDEMNATION,
                    EXPECTATION,
                    ARRIVAL,
                    TRANSFER -> null;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
