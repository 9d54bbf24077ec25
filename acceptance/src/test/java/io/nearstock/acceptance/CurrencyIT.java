package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Good;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class CurrencyIT {

    private final World world;

    CurrencyIT(World world) {
        this.world = world;
    }

    @Test
    void anOrderStaysInItsCurrencyFromThePriceListToTheRefundBesideOneInAnother() {
        var good = world.newGood(1000, 10);
        priceInEuros(good, 1299);
        var buyer = world.newCustomer();
        buyer.api().put("/api/cart/items/" + good.sku(), Map.of("quantity", 2)).is(200);
        eventually(() -> assertThat(inEuros(buyer).status()).isEqualTo(200));

        var checkout = buyer.api()
                .post("/api/checkouts", Map.of("address", Person.address()))
                .is(201);
        var euros = order(buyer, checkout.text("/id"));
        var pounds = buyer.buy(Map.of(good.sku(), 1));

        assertThat(checkout.body().path("total")).hasToString("{\"amount\":2598,\"currency\":\"EUR\"}");
        assertThat(pounds.body().path("total")).hasToString("{\"amount\":1000,\"currency\":\"GBP\"}");
        assertPaidIn("EUR", euros, 520);
        assertPaidIn("GBP", pounds, 200);
        assertMailed(buyer, euros, "€25.98");
        assertMailed(buyer, pounds, "£10.00");

        buyer.api().post("/api/orders/" + euros.text("/id") + "/cancel", Map.of());

        eventually(() -> assertThat(world.kept(euros.text("/id"))).isZero());
        eventually(() -> assertThat(buyer.order(euros.text("/id")).body().at("/payment/refunded"))
                .hasToString("{\"amount\":520,\"currency\":\"EUR\"}"));
        assertThat(world.kept(pounds.text("/id"))).isEqualTo(200);
        assertThat(currencies(euros)).containsOnly("EUR");
    }

    @Test
    void whatHasNoPriceInACurrencyIsNamedAndNothingChanges() {
        var priced = world.newGood(1000, 5);
        var other = world.newGood(1000, 5);
        priceInEuros(priced, 1299);
        var buyer = world.newCustomer();
        buyer.api()
                .put("/api/cart/items/" + priced.sku(), Map.of("quantity", 1))
                .is(200);
        eventually(() -> assertThat(inEuros(buyer).status()).isEqualTo(200));
        buyer.api().put("/api/cart/items/" + other.sku(), Map.of("quantity", 1)).is(200);

        var refusal = buyer.api()
                .post("/api/checkouts", Map.of("address", Person.address()))
                .isProblem(422, "no_price_in_currency");

        assertThat(refusal.text("/errors/0/sku")).isEqualTo(other.sku());
        eventually(() -> assertThat(world.available(priced.sku())).isEqualTo(5));
        assertThat(buyer.api().get("/api/cart").is(200).body().path("items")).hasSize(2);
    }

    private void priceInEuros(Good good, long cents) {
        var list = Map.of("name", "Euros", "currency", "EUR", "startsAt", "2026-01-01T00:00:00Z");
        var id = world.staff().post("/api/price-lists", list).is(201).text("/id");
        var price = Map.of("sku", good.sku(), "tiers", List.of(Map.of("from", 1, "amount", cents)));
        world.staff()
                .put("/api/price-lists/" + id + "/prices", Map.of("prices", List.of(price)))
                .is(204);
    }

    private static Answer inEuros(Person buyer) {
        return buyer.api().put("/api/cart/currency", Map.of("currency", "EUR"));
    }

    private static Answer order(Person buyer, String checkoutId) {
        var body = Map.of("checkoutId", checkoutId, "payment", Person.card("tok_visa", "full"));
        return buyer.confirmed(buyer.api().post("/api/orders", body));
    }

    private void assertPaidIn(String currency, Answer order, long deposit) {
        assertThat(order.body().at("/payment/captured").toString())
                .isEqualTo("{\"amount\":%d,\"currency\":\"%s\"}".formatted(deposit, currency));
        assertThat(world.kept(order.text("/id"))).isEqualTo(deposit);
        assertThat(currencies(order)).containsOnly(currency);
    }

    private List<String> currencies(Answer order) {
        return world.ledger(order.text("/id")).stream()
                .map(entry -> entry.path("currency").asString())
                .toList();
    }

    private void assertMailed(Person buyer, Answer order, String total) {
        eventually(() -> assertThat(world.mails(buyer, order.text("/id")))
                .anySatisfy(mail -> assertThat(mail.path("text").asString()).contains(total)));
    }
}
