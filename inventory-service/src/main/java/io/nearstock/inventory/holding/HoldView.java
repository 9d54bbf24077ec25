package io.nearstock.inventory.holding;

import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldStatus;
import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.HoldStatus.Refused;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Shortage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold as staff see it.
 *
 * @param left what it still holds, by hub
 * @param inMotion whether stock is on its way out, back, or into it
 * @param expiresAt set while a clock can end it
 */
record HoldView(
        String id,
        String reference,
        String status,
        @Nullable String orderId,
        @Nullable String reason,
        List<Line> lines,
        List<HeldView.Shipment> shipments,
        List<Portion> left,
        List<String> shipped,
        List<Shortage> shortages,
        boolean inMotion,
        @Nullable Instant expiresAt) {

    static HoldView of(Hold hold) {
        var allotment = hold.allotment();
        return new HoldView(
                hold.id(),
                hold.demand().reference(),
                hold.status().name(),
                orderId(hold.status()),
                hold.status() instanceof Released(var reason, var _) ? reason : null,
                hold.demand().lines(),
                allotment.shipments().stream().map(HeldView.Shipment::of).toList(),
                allotment.left(),
                allotment.shipped(),
                hold.status() instanceof Refused(var shortages) ? shortages : List.of(),
                hold.step() != null,
                hold.status() instanceof Held ? hold.expiresAt() : null);
    }

    private static @Nullable String orderId(HoldStatus status) {
        return switch (status) {
            case Claimed(var orderId) -> orderId;
            case Committed(var orderId) -> orderId;
            case Shipped(var orderId, var _) -> orderId;
            case Preparing _, Held _, Released _, Expired _, Refused _, Abandoned _ -> null;
        };
    }
}
