package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;

/** Where a hold stands, with what is known only there. */
public sealed interface HoldStatus {

    /** Its rows are being taken, for the so-many-th time; each attempt is a step of its own. */
    record Preparing(int attempt) implements HoldStatus {}

    /** Taken until it expires. */
    record Held() implements HoldStatus {}

    /** An order's own: only that order lets go of it, no clock does. */
    record Claimed(String orderId) implements HoldStatus {}

    /** The order is confirmed: the hubs can pick. */
    record Committed(String orderId) implements HoldStatus {}

    /** Everything has left. */
    record Shipped(String orderId, Instant at) implements HoldStatus {}

    record Released(String reason, Instant at) implements HoldStatus {}

    record Expired(Instant at) implements HoldStatus {}

    /** There was not enough. */
    record Refused(List<Shortage> shortages) implements HoldStatus {}

    /** Whoever prepared it has gone missing; it may be prepared again, but never by that attempt. */
    record Abandoned(int attempt) implements HoldStatus {}

    /** The name that the API and the store share; it outlives a renamed class. */
    default String name() {
        return switch (this) {
            case Preparing _ -> "preparing";
            case Held _ -> "held";
            case Claimed _ -> "claimed";
            case Committed _ -> "committed";
            case Shipped _ -> "shipped";
            case Released _ -> "released";
            case Expired _ -> "expired";
            case Refused _ -> "refused";
            case Abandoned _ -> "abandoned";
        };
    }
}
