package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hold orders of stock. */
final class HoldSteps {

    private HoldSteps() {}

    /** Each attempt by a step of its own. */
    static Step take(String hold, int attempt, List<Portion> portions, Instant now) {
        return step(hold, ".hold." + attempt, MovementKind.HOLD, negated(portions), null, now);
    }

    static Step giveBack(String hold, List<Portion> left, String reason, Instant now) {
        return step(hold, ".release", MovementKind.RELEASE, left, reason, now);
    }

    static Step ship(String hold, String shipmentId, List<Portion> leaving, Instant now) {
        var cause = new Cause("shipment", shipmentId);
        return new Step(
                hold + ".ship." + shipmentId, hold, MovementKind.SHIP, negated(leaving), cause, null, null, now);
    }

    private static Step step(
            String hold, String name, MovementKind kind, List<Portion> portions, @Nullable String reason, Instant now) {
        return new Step(hold + name, hold, kind, portions, new Cause("hold", hold), null, reason, now);
    }

    private static List<Portion> negated(List<Portion> portions) {
        return portions.stream().map(Portion::negated).toList();
    }
}
