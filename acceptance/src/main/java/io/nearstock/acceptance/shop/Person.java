package io.nearstock.acceptance.shop;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account who has signed in. */
public record Person(String username, String email, String password, Api api) {

    /** Orders goods to be sent near the World's hub, paid in full by this sandbox card. */
    public Answer order(Map<String, Integer> goods, String cardToken) {
        return api.post("/api/orders", orderOf(goods, cardToken));
    }

    public Answer order(Map<String, Integer> goods, String cardToken, String idempotencyKey) {
        return api.post("/api/orders", orderOf(goods, cardToken), idempotencyKey);
    }

    /**
     * Orders as a good client does: who is told that nobody can say now, or not yet, asks again under the same key. How
     * often depends on the machine; what comes of it does not.
     */
    public Answer orderUntilDecided(Map<String, Integer> goods, String cardToken) {
        var key = UUID.randomUUID().toString();
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .until(() -> order(goods, cardToken, key), Answer::isDecided);
    }

    public Answer order(String orderId) {
        return api.get("/api/orders/" + orderId);
    }

    public static Map<String, Object> orderOf(Map<String, Integer> goods, String cardToken) {
        return Map.of("lines", lines(goods), "address", address(), "payment", card(cardToken, "full"));
    }

    public static Map<String, Object> card(String token, String plan) {
        return Map.of("method", "card", "token", token, "plan", plan);
    }

    public static List<Map<String, Object>> lines(Map<String, Integer> goods) {
        return goods.entrySet().stream()
                .map(line -> Map.<String, Object>of("sku", line.getKey(), "quantity", line.getValue()))
                .toList();
    }

    public static Map<String, Object> address() {
        return Map.of(
                "line1", "12 Harbour Street",
                "city", "London",
                "postcode", "E16 1AA",
                "country", "GB",
                "position", World.point(0.03, 51.51));
    }
}
