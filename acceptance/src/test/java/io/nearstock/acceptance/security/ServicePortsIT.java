package io.nearstock.acceptance.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services for whoever has found a way past the gateway. */
@ExtendWith(RunningStack.class)
class ServicePortsIT {

    private static final List<String> INTERNAL =
            List.of("/internal", "/internal/holds/hld_1", "/ops/outbox", "/ops/dead-letters");

    private static final List<String> TOOLS = List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/threaddump",
            "/actuator/loggers",
            "/actuator/beans",
            "/actuator/mappings",
            "/actuator/configprops",
            "/actuator/shutdown",
            "/actuator/refresh",
            "/actuator/httpexchanges",
            "/swagger-ui.html",
            "/error");

    private final World world;
    private final Inside inside;

    ServicePortsIT(World world) {
        this.world = world;
        this.inside = new Inside(world.stack());
    }

    @Test
    void strangersAreAskedForATokenEverywhere() {
        inside.services().forEach((service, address) -> {
            var stranger = world.everybody().at(address);
            for (var path : INTERNAL) {
                assertThat(stranger.get(path).status()).as(service + path).isEqualTo(401);
            }
            for (var path : TOOLS) {
                assertThat(stranger.get(path).status()).as(service + path).isIn(401, 404);
            }
        });
    }

    @Test
    void whatIsForServicesIsForNoPerson() {
        var customer = world.newCustomer().api();
        var admin = world.signedIn(world.stack().login("admin"), world.stack().password("admin"));
        inside.services().forEach((service, address) -> {
            assertThat(customer.at(address).get("/ops/outbox").status())
                    .as(service)
                    .isEqualTo(403);
            for (var person : List.of(customer, admin)) {
                assertThat(person.at(address)
                                .get("/internal/accounts/acc_1/contact")
                                .status())
                        .as(service)
                        .isEqualTo(403);
            }
            for (var path : TOOLS) {
                assertThat(admin.at(address).get(path).status())
                        .as(service + path)
                        .isNotEqualTo(200);
            }
        });
    }

    @Test
    void aServicesTokenOpensWhatServicesAsk() {
        var service = world.everybody().with(inside.serviceToken());
        var account = requireNonNull(inside.services().get("account-service"));

        service.at(account).get("/internal/accounts/acc_none/contact").is(404);
        service.at(account).get("/ops/outbox").isProblem(403, "forbidden");
    }
}
