package io.nearstock.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as a row remembers it until it is in the ledger.
 *
 * @param id the step's
 * @param keptUntil set where somebody finished a step that another had begun: the entry stays so long, in case the other
 *     is only slow and comes back to do it again
 */
public record Pending(
        String id,
        String owner,
        MovementKind kind,
        int quantity,
        Cause cause,
        @Nullable String actor,
        @Nullable String reason,
        Instant at,
        @Nullable Instant keptUntil) {

    static Pending of(Step step, int quantity, @Nullable Instant keptUntil) {
        return new Pending(
                step.id(),
                step.owner(),
                step.kind(),
                quantity,
                step.cause(),
                step.actor(),
                step.reason(),
                step.at(),
                keptUntil);
    }

    /** A mark changes nothing; it only keeps a step that was given up from being done late. */
    public boolean isMark() {
        return quantity == 0;
    }

    public boolean isKeptAt(Instant now) {
        return keptUntil != null && now.isBefore(keptUntil);
    }
}
