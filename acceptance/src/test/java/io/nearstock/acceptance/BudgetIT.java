package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one confirmed order of one line may cost (docs/decisions/0008), counted where it cannot vary as time does. */
@ExtendWith(RunningStack.class)
class BudgetIT {

    /** Seventeen, and one more where the order's two messages leave one after the other. */
    private static final int WRITES = 18;

    private static final int MESSAGES = 4;
    private static final int HANDLINGS = 9;

    private final World world;

    BudgetIT(World world) {
        this.world = world;
    }

    @Test
    void anOrderCostsNoMoreThanItsBudget() {
        var good = world.newGood(1200, 5);
        var buyer = world.newCustomer();
        buyer.order(Map.of(good.sku(), 1), "tok_visa").is(201); // contact and keys are known from now on
        var before = Work.whenQuiet(world.stack());

        buyer.order(Map.of(good.sku(), 1), "tok_visa").is(201);

        var spent = Work.whenQuiet(world.stack()).since(before);
        assertThat(spent.writes()).as(spent.toString()).isBetween(1L, (long) WRITES);
        assertThat(spent.messagesInAll()).as(spent.toString()).isBetween(1L, (long) MESSAGES);
        assertThat(1 + spent.handlingsInAll()).as("with the gateway: " + spent).isBetween(2L, (long) HANDLINGS);
    }
}
