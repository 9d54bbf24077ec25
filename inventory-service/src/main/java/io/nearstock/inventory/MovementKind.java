package io.nearstock.inventory;

import java.util.Locale;

/** Why units move, and which balances each unit changes. */
public enum MovementKind {
    /** The quantity is negative: units that nobody else can have any more. */
    HOLD(0, 1, -1),
    /** Held units that are free again. */
    RELEASE(0, 1, -1),
    /** The quantity is negative: held units that left the hub. */
    SHIP(1, 0, 1),
    RECEIPT(1, 1, 0),
    /** Signed: what a person found to be otherwise than the balance said. */
    ADJUSTMENT(1, 1, 0);

    private final int onHand;
    private final int available;
    private final int allocated;

    MovementKind(int onHand, int available, int allocated) {
        this.onHand = onHand;
        this.available = available;
        this.allocated = allocated;
    }

    public Balance effect(int quantity) {
        return new Balance(onHand * quantity, available * quantity, allocated * quantity);
    }

    /** Whether a hold orders it; else a posting does. */
    public boolean isOfHold() {
        return switch (this) {
            case HOLD, RELEASE, SHIP -> true;
            case RECEIPT, ADJUSTMENT -> false;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The balances that movements change. */
    public record Balance(int onHand, int available, int allocated) {

        public static final Balance ZERO = new Balance(0, 0, 0);

        public Balance plus(Balance other) {
            return new Balance(onHand + other.onHand, available + other.available, allocated + other.allocated);
        }
    }
}
