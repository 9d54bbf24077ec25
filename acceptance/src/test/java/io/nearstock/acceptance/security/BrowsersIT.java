package io.nearstock.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser is told so that it protects whoever uses it. */
@ExtendWith(RunningStack.class)
class BrowsersIT {

    private final World world;

    BrowsersIT(World world) {
        this.world = world;
    }

    @Test
    void everyAnswerIsDataThatNothingRunsIn() {
        var customer = world.newCustomer().api();
        var answers = List.of(
                world.everybody().get("/api/products"),
                world.everybody().get("/api/orders"),
                world.everybody().get("/nowhere"),
                world.everybody().get("/api/products?limit=0"),
                customer.get("/api/accounts/me"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
    }

    @Test
    void nothingPersonalIsKeptByAnyCache() {
        var good = world.newGood(1000, 5);
        var customer = world.newCustomer();
        var order = customer.buy(Map.of(good.sku(), 1));
        var personal = List.of(
                order,
                customer.order(order.text("/id")),
                customer.api().get("/api/orders"),
                customer.api().get("/api/orders/" + order.text("/id") + "/events"),
                customer.api().get("/api/accounts/me"),
                customer.api().get("/api/cart"),
                customer.api().get("/api/notifications"),
                world.everybody()
                        .post("/api/sessions", Map.of("login", customer.username(), "password", customer.password())),
                world.everybody().get("/api/accounts/me"));

        assertThat(personal)
                .allSatisfy(answer -> assertThat(answer.header("Cache-Control"))
                        .as(answer.request())
                        .contains("no-store"));
    }

    @Test
    void onlyKnownOriginsMayReadWhatABrowserFetches() {
        assertThat(preflight("http://localhost:3000").header("Access-Control-Allow-Origin"))
                .isEqualTo("http://localhost:3000");

        for (var origin : List.of(
                "https://evil.example", "null", "http://localhost:3000.evil.example", "http://localhost:30001")) {
            var refused = preflight(origin);
            assertThat(refused.status()).as(origin).isEqualTo(403);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
        }
        assertThat(preflight("http://localhost:3000").headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private Answer preflight(String origin) {
        var asks = Map.of(
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization");
        return world.everybody().call("OPTIONS", "/api/orders", asks, new byte[0]);
    }
}
