package io.nearstock.local.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopPlanTests {

    @Test
    void closesTheDoorFirstAndTheStoresLast() {
        var order = Instance.first(Part.ORDER);
        var secondOrder = new Instance(Part.ORDER, 2);
        var gateway = Instance.first(Part.GATEWAY);
        var broker = Instance.first(Part.BROKER);
        var sandbox = Instance.first(Part.SANDBOX);

        assertThat(StopPlan.of(List.of(broker, sandbox, order, secondOrder, gateway)))
                .containsExactly(List.of(gateway), List.of(order, secondOrder), List.of(sandbox), List.of(broker));
    }
}
