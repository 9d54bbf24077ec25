package io.nearstock.inventory;

import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import java.time.Instant;

/**
 * Holds that are taken before they are stored: only the row knows of them, until the hold itself is there and says which
 * attempt counts, or a tombstone in its place says that none does.
 */
final class Unrecorded {

    private Unrecorded() {}

    /** As it is about to be taken, by a step that no other attempt has: no count that they share tells them apart. */
    static Hold taking(Hold prepared, String name) {
        var step = prepared.openStep();
        var own = new Step(
                prepared.id() + ".hold." + name,
                step.owner(),
                step.kind(),
                step.portions(),
                step.cause(),
                step.actor(),
                step.reason(),
                step.at());
        return new Hold(
                prepared.id(),
                prepared.demand(),
                prepared.allotment(),
                prepared.status(),
                own,
                prepared.expiresAt(),
                prepared.nextActionAt(),
                prepared.version());
    }

    /** Whoever was taking it has not been heard of, and finds this in his way. */
    static Hold tombstone(String id, Instant now) {
        return new Hold(id, Demand.unseen(id), Allotment.NONE, new Abandoned(0), null, now, null, 1);
    }

    /** Somebody asks for it once more, and says for what. */
    static Transition askedFor(Hold hold, Demand demand) {
        if (!(hold.status() instanceof Abandoned) || !hold.demand().isUnseen()) {
            return new Contradiction("hold_reused", "The hold was asked for with other lines.");
        }
        var asked = new Hold(
                hold.id(), demand, hold.allotment(), hold.status(), null, hold.expiresAt(), null, hold.version() + 1);
        return new Progress(hold, asked);
    }
}
