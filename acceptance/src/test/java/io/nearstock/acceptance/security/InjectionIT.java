package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that want to be more than values. */
@ExtendWith(RunningStack.class)
class InjectionIT {

    private final World world;

    InjectionIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"$gt", "$ne", "$where", "$regex"})
    void anOperatorOfTheDatabaseIsNoLogin(String operator) {
        var anything = Map.of(operator, "");
        var bodies = List.of(
                Map.of("login", anything, "password", "x"),
                Map.of("login", "admin", "password", anything),
                Map.of("login", List.of("admin"), "password", "x"));

        assertThat(bodies)
                .allSatisfy(
                        body -> world.everybody().post("/api/sessions", body).isProblem(400, "invalid_type"));
        world.everybody()
                .post("/api/accounts/password-reset", Map.of("email", anything))
                .isProblem(400, "invalid_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$gt\":\"\"}",
                "'; return true; //",
                "this.a==1",
                ".*",
                "(a+)+$",
                "^(([a-z])+.)+[A-Z]([a-z])+$"
            })
    void whatLooksLikeAQueryIsAWordInQueries(String text) {
        var encoded = URLEncoder.encode(text, UTF_8);

        world.everybody().get("/api/products/" + encoded.replace("+", "%20")).isProblem(404, "not_found");
        assertThat(world.everybody()
                        .get("/api/availability?skus=" + encoded)
                        .is(200)
                        .number("/items/0/total"))
                .isZero();
        assertThat(world.staff().get("/api/orders?status=" + encoded).status()).isIn(200, 400);
        assertThat(world.everybody()
                        .get("/api/products?q=" + encoded + "&category=" + encoded)
                        .is(200)
                        .number("/total"))
                .isZero();
    }

    /** Read as parameters of an operator: {@code status[$ne]=x}. */
    @Test
    void namesOfParametersAreNoOperatorsEither() {
        var customer = world.newCustomer().api();

        assertThat(customer.get("/api/orders?status[$ne]=x"
                                .replace("[", "%5B")
                                .replace("]", "%5D")
                                .replace("$", "%24"))
                        .is(200)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "a.b", "$set", "", "a\u0000b"})
    void fieldNamesThatMeanSomethingToTheDatabaseAreRefused(String name) {
        var product = product();
        product.put("attributes", Map.of(name, "red"));

        world.staff().post("/api/products", product).isProblem(422, "invalid_request");
    }

    /** The gateway waits two seconds, then it says 503: whoever asks in vain until then has no 200. */
    @Test
    void wordsWithoutEndAreSearchedInNoTime() {
        var endless =
                List.of("a".repeat(200), "a* ".repeat(60).strip(), "~".repeat(200), "\"".repeat(199), "(".repeat(200));

        assertThat(endless)
                .allSatisfy(words -> world.everybody()
                        .get("/api/products?q=" + URLEncoder.encode(words, UTF_8))
                        .is(200));
    }

    @Test
    void whatIsWrittenIntoAHeaderStaysInIt() {
        var answer = world.everybody().get("/api/products?q=a%0D%0ASet-Cookie:%20stolen=1&limit=1%0D%0AX-Evil:%201");

        answer.isProblem(400, "invalid_parameter");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "x-evil");
        var page = world.everybody().get("/api/hubs?limit=1&x=%0D%0AX-Evil:%201");
        assertThat(page.headers().map()).doesNotContainKeys("x-evil");
    }

    @Test
    void nobodyGivesThemselvesMoreThanTheyAreAskedFor() {
        var name = World.unique("more-");
        var account = Map.of("username", name, "email", name + "@example.com", "password", "plum-Lantern 47 quay");
        for (var more : List.of("roles", "scopes", "id", "_id", "passwordHash", "verified", "version", "__proto__")) {
            var body = new HashMap<String, Object>(account);
            body.put(more, List.of("admin"));
            world.everybody().post("/api/accounts", body).isProblem(400, "unknown_field");
        }

        var customer = world.newCustomer();
        var good = world.newGood(1000, 5);
        var cheap = new HashMap<>(Person.orderOf(Map.of(good.sku(), 1), "tok_visa"));
        cheap.put("total", Map.of("amount", 1, "currency", "GBP"));
        customer.api().post("/api/orders", cheap).isProblem(400, "unknown_field");
        patch(customer, "{\"roles\": [\"admin\"]}").isProblem(400, "unknown_field");
        patch(customer, "{\"passwordHash\": \"x\"}").isProblem(400, "unknown_field");
    }

    private static Answer patch(Person customer, String body) {
        var seen = customer.api().get("/api/accounts/me").is(200).header("ETag");
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", seen);
        return customer.api().call("PATCH", "/api/accounts/me", headers, body.getBytes(UTF_8));
    }

    private static Map<String, Object> product() {
        return new HashMap<>(Map.of(
                "sku",
                World.unique("INJ-"),
                "name",
                "A lamp",
                "category",
                "home/lighting",
                "price",
                Map.of("amount", 100, "currency", "GBP")));
    }
}
