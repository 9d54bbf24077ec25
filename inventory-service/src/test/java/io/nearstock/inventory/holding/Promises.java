package io.nearstock.inventory.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.HoldStatus.Refused;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers were told of each hold, against what became of it. */
final class Promises {

    private final Set<String> taken = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> releasing = new HashSet<>();
    private final Map<String, Set<String>> claimed = new HashMap<>();

    void taken(String hold, @Nullable String order) {
        taken.add(hold);
        if (order != null) {
            claimed(hold, order);
        }
    }

    void refused(String hold) {
        refused.add(hold);
    }

    void claimed(String hold, String order) {
        claimed.computeIfAbsent(hold, _ -> new HashSet<>()).add(order);
    }

    void releasing(String hold) {
        releasing.add(hold);
    }

    void assertKept(Hold hold) {
        var orders = claimed.getOrDefault(hold.id(), Set.of());
        assertThat(orders).as("orders that were given %s", hold.id()).hasSizeLessThanOrEqualTo(1);
        assertThat(taken.contains(hold.id()) && refused.contains(hold.id()))
                .as("%s was both given and refused", hold.id())
                .isFalse();
        switch (hold.status()) {
            case Claimed(var owner) -> assertThat(orders).as(hold.id()).isSubsetOf(owner);
            case Committed(var owner) -> assertThat(orders).as(hold.id()).isSubsetOf(owner);
            case Shipped(var owner, var _) -> assertThat(orders).as(hold.id()).isSubsetOf(owner);
            case Released _ -> assertThat(releasing).contains(hold.id());
            case Expired _, Abandoned _, Refused _ ->
                assertThat(orders)
                        .as("orders whose %s is %s", hold.id(), hold.status())
                        .isEmpty();
            case Held _, Preparing _ -> throw new AssertionError(hold.id() + " rests as " + hold.status());
        }
    }
}
