package io.nearstock.order.payment;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.MOVER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.card;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class PaymentControllerTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubProvider provider;

    PaymentControllerTests(Shopper shopper, Calm calm, StubProvider provider) {
        this.shopper = shopper;
        this.calm = calm;
        this.provider = provider;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void confirmsADeclinedOrderByAnotherCard() {
        var order = shopper.orderId(shopper.order("tok_declined", "full"));

        assertProblem(
                shopper.post(CUSTOMER, "/api/orders/" + order + "/payments", card("tok_declined")),
                402,
                "payment_declined");
        var answer = shopper.post(CUSTOMER, "/api/orders/" + order + "/payments", card("tok_visa"));

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("confirmed");
        assertThat(provider.kept(order)).isEqualTo(1000);
        assertThat(shopper.get(CUSTOMER, "/api/orders/" + order + "/payments"))
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"items": [{"number": 1, "status": "declined", "declineCode": "card_declined"},
                               {"number": 2, "status": "declined"},
                               {"number": 3, "status": "authorised", "captured": {"amount": 1000}}]}\
                    """);
    }

    @Test
    void takesNoSecondPaymentForWhatIsPaid() {
        var order = shopper.confirmedOrder("full");

        assertProblem(
                shopper.post(CUSTOMER, "/api/orders/" + order + "/payments", card("tok_visa")), 409, "already_paid");
        assertThat(provider.kept(order)).isEqualTo(1000);
    }

    @Test
    void takesTheBalanceOfADepositPlanOnceEverythingHasArrived() {
        var order = shopper.confirmedOrder("deposit");
        var balance = "/api/orders/" + order + "/balance";
        assertProblem(shopper.post(CUSTOMER, balance, card("tok_visa")), 409, "balance_not_due");
        carry(order);
        assertThat(shopper.see(order).at("/payment/outstanding/amount").asLong())
                .isEqualTo(4000);

        assertProblem(shopper.post(CUSTOMER, balance, card("tok_declined")), 402, "payment_declined");
        var paid = shopper.post(CUSTOMER, balance, card("tok_visa"));

        assertThat(paid).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"status": "completed", "payment": {"status": "paid", "outstanding": {"amount": 0}}}\
            """);
        assertThat(provider.kept(order)).isEqualTo(5000);
    }

    @Test
    void knowsNoOrderOfSomebodyElse() {
        var order = shopper.confirmedOrder("full");

        assertProblem(shopper.get(SOMEBODY_ELSE, "/api/orders/" + order + "/payments"), 404, "not_found");
        assertProblem(
                shopper.post(SOMEBODY_ELSE, "/api/orders/" + order + "/payments", card("tok_visa")), 404, "not_found");
    }

    private void carry(String order) {
        var shipment = "/api/shipments/" + shopper.firstShipment(order);
        assertThat(shopper.post(MOVER, shipment + "/dispatch", "")).hasStatus(200);
        assertThat(shopper.post(MOVER, shipment + "/deliver", "{\"proof\": \"door\"}"))
                .hasStatus(200);
    }
}
