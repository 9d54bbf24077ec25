package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningStack.class)
class OneDoorIT {

    private final World world;

    OneDoorIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/holds/hld_1",
                "/ops/outbox",
                "/actuator/env",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/order-service/api/orders",
                "/api/orders/..%2f..%2finternal/holds/hld_1",
                "/api/orders/%2e%2e/%2e%2e/actuator/env",
                "/api/orders/..;/..;/internal/quotes",
                "/api/orders//ops/outbox"
            })
    void leadsNowhereInside(String path) {
        world.staff().get(path).isProblem(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account-service",
                "catalog-service",
                "inventory-service",
                "order-service",
                "recommendation-service",
                "notification-service"
            })
    void showsTheApiOfEachServiceAsItIsOutside(String service) {
        var document = world.everybody().get("/api-docs/" + service).is(200);

        assertThat(document.text("/servers/0/url"))
                .isEqualTo(world.stack().gateway().toString());
        assertThat(document.body().path("paths").propertyNames())
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("/internal") || path.startsWith("/ops"));
    }

    @Test
    void refusesAForgedToken() {
        var forged = world.everybody().with("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhY2NfMSJ9.");

        forged.get("/api/orders").isProblem(401, "invalid_token");
    }

    @Test
    void endsASessionForGood() {
        var customer = world.newCustomer();
        customer.api().get("/api/accounts/me").is(200);

        var ended = customer.api().delete("/api/sessions");

        assertThat(ended.status()).as(ended.raw()).isBetween(200, 204);
        eventually(() -> customer.api().get("/api/accounts/me").is(401));
    }

    @Test
    void isForStaffWhereOperationsAreSeen() {
        world.newCustomer().api().get("/api/ops/health").isProblem(403, "forbidden");
        world.everybody().get("/api/ops/health").isProblem(401, "unauthenticated");

        var health = world.staff().get("/api/ops/health").is(200);

        assertThat(health.body().path("services")).hasSize(6);
        assertThat(world.staff().get("/api/ops/dead-letters").is(200).body().path("items"))
                .allSatisfy(letter -> assertThat(letter.path("key").asString()).startsWith("poison-"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var huge = Map.of("lines", "x".repeat(1_100_000));

        world.newCustomer().api().post("/api/orders", huge).is(413);
    }
}
