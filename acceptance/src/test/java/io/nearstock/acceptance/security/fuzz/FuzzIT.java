package io.nearstock.acceptance.security.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.security.Access;
import io.nearstock.acceptance.security.Cast;
import io.nearstock.acceptance.security.Role;
import io.nearstock.acceptance.security.api.ApiDocuments;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of requests made from the API documents: none breaks a service, and each is answered as documented. {@code
 * -Dfuzz.requests=20000 -Dfuzz.seed=7} sends more, or others; {@code -Dfuzz.only=1234} one of them again.
 */
@ExtendWith(RunningStack.class)
class FuzzIT {

    private final World world;

    FuzzIT(World world) {
        this.world = world;
    }

    @Test
    void noRequestIsAnsweredOtherwiseThanDocumented() {
        var cast = new Cast(world, "127.0.0.41");
        var access = Access.ofEveryOperation();
        var operations = ApiDocuments.operations(world);
        var seed = Long.getLong("fuzz.seed", 20_261_125);
        var things = new Making(operations, cast, access)
                .moreThan(Things.in(world, new Person("cast", "", "", cast.as(Role.CUSTOMER))), seed);
        var campaign = new Campaign(new Requests(seed, operations, things), cast, access);

        var only = Integer.getInteger("fuzz.only");
        var report = only == null
                ? campaign.send(0, Integer.getInteger("fuzz.requests", 3_000))
                : campaign.send(only, only + 1);

        System.out.println(report);
        assertThat(report.complaints()).as("seed %d", seed).isEmpty();
        assertThat(report.unavailable()).as("answers that say: later").isLessThanOrEqualTo(report.sent() / 100);
    }
}
