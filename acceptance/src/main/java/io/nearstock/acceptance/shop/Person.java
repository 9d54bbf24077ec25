package io.nearstock.acceptance.shop;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Somebody with an account who has signed in. */
public record Person(String username, String email, String password, Api api) {

    /** Orders goods to be sent near the World's hub, paid in full by this sandbox card. */
    public Answer order(Map<String, Integer> goods, String cardToken) {
        return api.post("/api/orders", orderOf(goods, cardToken));
    }

    public Answer order(Map<String, Integer> goods, String cardToken, String idempotencyKey) {
        return api.post("/api/orders", orderOf(goods, cardToken), idempotencyKey);
    }

    /** Buys goods: the order once it is confirmed, also where its payment takes longer than the shop lets anybody wait. */
    public Answer buy(Map<String, Integer> goods) {
        return confirmed(order(goods, "tok_visa"));
    }

    /** The order that was placed, or still is, once it is confirmed. */
    public Answer confirmed(Answer placed) {
        if (placed.status() != 202) {
            return placed.is(201);
        }
        var id = placed.text("/id");
        eventually(() -> assertThat(order(id).is(200).text("/status")).isEqualTo("confirmed"));
        return order(id);
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
