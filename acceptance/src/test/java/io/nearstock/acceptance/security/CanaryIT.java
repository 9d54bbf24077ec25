package io.nearstock.acceptance.security;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One customer whose every word can be recognised; where each word is found afterwards. */
@ExtendWith(RunningStack.class)
class CanaryIT {

    private final World world;
    private final String canary = World.unique("canary");
    private final String email = canary + "@mail.example";
    private final String password = "secret " + canary;
    private final String street = "1 " + canary + " Street";
    private final String card = "tok_" + canary;

    CanaryIT(World world) {
        this.world = world;
    }

    @Test
    void whatIsPersonalStaysWhereItIsNeededAndWhatIsSecretStaysNowhere() {
        var session = signUp();
        var customer = world.everybody().with(requireNonNull(session.get("accessToken")));
        buy(customer);
        var traces = Traces.of(new Inside(world.stack()));
        var words = new LinkedHashMap<String, List<String>>();
        words.put(email, List.of("account.accounts"));
        words.put(street, List.of("orders.orders", "orders.idempotency")); // the answer is kept for its key's week
        words.put(password, List.of());
        words.put(card, List.of("orders.orders"));
        words.put(session.get("accessToken"), List.of());
        words.put(session.get("refreshToken"), List.of());

        var documents = traces.documents();
        var messages = traces.messages();

        assertThat(Traces.placesOf(canary, documents))
                .as("the canary can be found")
                .contains("account.accounts");
        words.forEach((word, places) -> {
            assertThat(Traces.placesOf(word, documents))
                    .as("documents with " + word)
                    .isSubsetOf(places);
            assertThat(Traces.placesOf(word, messages))
                    .as("topics with " + word)
                    .isEmpty();
            assertThat(traces.logsWith(word)).as("logs with " + word).isEmpty();
        });
        assertThat(Traces.placesOf(canary, messages))
                .as("topics with any word of the canary's")
                .isEmpty();
        assertThat(messages).isNotEmpty();
    }

    private Map<String, String> signUp() {
        var account = Map.of("username", canary, "email", email, "password", password, "displayName", "Ms " + canary);
        world.everybody().post("/api/accounts", account).is(202);
        var wrong = Map.of("login", canary, "password", password + " mistyped");
        world.everybody().from("127.0.0.60").post("/api/sessions", wrong).is(401);
        var answer = world.everybody()
                .post("/api/sessions", Map.of("login", canary, "password", password))
                .is(200);
        return Map.of("accessToken", answer.text("/accessToken"), "refreshToken", answer.text("/refreshToken"));
    }

    /** An order that is paid, one that is declined, and one that is refused: each may be written down somewhere. */
    private void buy(Api customer) {
        var good = world.newGood(1000, 5);
        var person = new Person(canary, email, password, customer);
        var paid = person.confirmed(customer.post("/api/orders", order(good.sku(), "tok_visa", 1)))
                .text("/id");
        customer.post("/api/orders", order(good.sku(), card, 1)).is(402);
        customer.post("/api/orders", order(good.sku(), "tok_visa", 50)).is(409);
        customer.call(
                        "POST",
                        "/api/orders",
                        Map.of("Content-Type", "application/json", "Idempotency-Key", canary),
                        ("{\"address\": \"" + street + "\"").getBytes(UTF_8))
                .is(400);
        eventually(() -> assertThat(world.mails(person, paid)).isNotEmpty());
    }

    private Map<String, Object> order(String sku, String token, int quantity) {
        var order = new HashMap<>(Person.orderOf(Map.of(sku, quantity), token));
        var address = new HashMap<>(Person.address());
        address.put("line1", street);
        order.put("address", address);
        return order;
    }
}
