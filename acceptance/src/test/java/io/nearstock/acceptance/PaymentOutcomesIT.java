package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** However a payment goes, it ends in one outcome, and the provider's books agree. */
@ExtendWith(RunningStack.class)
class PaymentOutcomesIT {

    private final World world;

    PaymentOutcomesIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds"})
    void aDeclinedCardTakesNothingAndAnotherOneMayPay(String card) {
        var good = world.newGood(5000, 4);
        var buyer = world.newCustomer();

        var refusal = buyer.order(Map.of(good.sku(), 1), card).isProblem(402, "payment_declined");

        var orderId = refusal.text("/orderId");
        assertThat(world.kept(orderId)).isZero();
        buyer.order(orderId).is(200);
        var another =
                buyer.api().post("/api/orders/" + orderId + "/payments", Map.of("method", "card", "token", "tok_visa"));
        assertThat(another.status()).as(another.raw()).isIn(201, 202);
        assertConfirmedOnce(buyer, orderId);
    }

    @Test
    void aDeclinedOrderMayBeGivenUpAndTheStockIsBack() {
        var good = world.newGood(5000, 4);
        var buyer = world.newCustomer();
        var orderId = buyer.order(Map.of(good.sku(), 1), "tok_declined").is(402).text("/orderId");

        buyer.api().post("/api/orders/" + orderId + "/cancel", Map.of("reason", "no other card"));

        eventually(() -> assertThat(buyer.order(orderId).text("/status")).isEqualTo("cancelled"));
        eventually(() -> assertThat(world.available(good.sku())).isEqualTo(4));
        assertThat(world.kept(orderId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout", "tok_slow"})
    void anAnswerThatIsLostOrLateIsFoundOut(String card) {
        var good = world.newGood(5000, 4);
        var buyer = world.newCustomer();

        var answer = buyer.order(Map.of(good.sku(), 1), card);

        assertThat(answer.status()).as(answer.raw()).isIn(201, 202);
        assertConfirmedOnce(buyer, answer.text("/id"));
    }

    @Test
    void aCallbackThatComesThriceCountsOnce() {
        var good = world.newGood(5000, 4);
        var buyer = world.newCustomer();

        Answer answer = buyer.order(Map.of(good.sku(), 1), "tok_duplicate_callback");

        assertThat(answer.status()).as(answer.raw()).isIn(201, 202);
        assertConfirmedOnce(buyer, answer.text("/id"));
    }

    private void assertConfirmedOnce(Person buyer, String orderId) {
        eventually(
                () -> assertThat(buyer.order(orderId).is(200).text("/status")).isEqualTo("confirmed"));
        eventually(() -> assertThat(world.mails(buyer, orderId)).hasSize(1));
        assertThat(world.kept(orderId)).isEqualTo(1000);
        assertThat(world.ledger(orderId))
                .extracting(entry -> entry.path("kind").asString())
                .filteredOn(kind -> !kind.equals("decline"))
                .containsExactly("authorise", "capture");
        var order = buyer.order(orderId);
        assertThat(order.number("/payment/captured/amount")).isEqualTo(1000);
        assertThat(order.number("/payment/authorised/amount")).isEqualTo(5000);
        assertThat(events(buyer, orderId)).containsOnlyOnce("order.confirmed");
    }

    private static List<String> events(Person buyer, String orderId) {
        JsonNode items = buyer.api()
                .get("/api/orders/" + orderId + "/events?limit=100")
                .is(200)
                .body()
                .path("items");
        return World.items(items).map(event -> event.path("type").asString()).toList();
    }
}
