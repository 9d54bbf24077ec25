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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose order units left for. */
@Component
public final class Recipients {

    private final Holds holds;

    Recipients(Holds holds) {
        this.holds = holds;
    }

    /** Null where they left for nobody's order, or what was left of it was cancelled since it was looked at first. */
    public @Nullable String orderOf(Pick pick) {
        return pick.orderId() == null ? orderOf(pick.owner()) : pick.orderId();
    }

    @Nullable
    String orderOf(String holdId) {
        return holds.find(holdId).map(hold -> order(hold.status())).orElse(null);
    }

    private static @Nullable String order(HoldStatus status) {
        return switch (status) {
            case Claimed(var order) -> order;
            case Committed(var order) -> order;
            case Shipped(var order, var _) -> order;
            case Held _, Preparing _, Released _, Expired _, Refused _, Abandoned _ -> null;
        };
    }
}
