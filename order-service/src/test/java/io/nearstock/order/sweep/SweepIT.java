package io.nearstock.order.sweep;

import static io.nearstock.order.OrderFixtures.TERMS;
import static io.nearstock.order.OrderFixtures.offer;
import static io.nearstock.order.OrderFixtures.pence;
import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.card;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.web.Ids;
import io.nearstock.order.Calm;
import io.nearstock.order.Offer;
import io.nearstock.order.Order;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Orders;
import io.nearstock.order.Payment;
import io.nearstock.order.PaymentPlan;
import io.nearstock.order.PaymentProvider;
import io.nearstock.order.PaymentProvider.Answer.Known;
import io.nearstock.order.PaymentTerms;
import io.nearstock.order.Reservation;
import io.nearstock.order.Reservations;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaves an order where a crash would, between any two steps, and awaits its one right end. */
@OrderServiceTest
class SweepIT {

    private final Shopper shopper;
    private final Calm calm;
    private final StubProvider provider;
    private final Reservations reservations;
    private final Orders orders;
    private final PaymentProvider payments;
    private final TestEvents events;

    SweepIT(
            Shopper shopper,
            Calm calm,
            StubProvider provider,
            Reservations reservations,
            Orders orders,
            PaymentProvider payments,
            TestEvents events) {
        this.shopper = shopper;
        this.calm = calm;
        this.provider = provider;
        this.reservations = reservations;
        this.orders = orders;
        this.payments = payments;
        this.events = events;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void paysAnOrderThatWasStoredBeforeTheProviderKnewOfIt() {
        var order = crashed(null, TERMS);

        shopper.await(order, "confirmed");

        assertThat(provider.kept(order)).isEqualTo(1070);
    }

    @Test
    void paysAnOrderThatWasStoredWithItsIntentAndNotConfirmed() {
        var order = crashed(Ids.next("ord"), TERMS);

        shopper.await(order, "confirmed");

        assertThat(provider.kept(order)).isEqualTo(1070);
        assertThat(provider.operations(order)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void paysOnceWhateverHappensToTheFirstConfirmation(Fault fault) {
        provider.failAlways("confirm", fault);
        provider.failAlways("find", Fault.AWAY);
        var answer = shopper.order("tok_visa", "full");
        assertThat(answer).hasStatus(202);

        provider.recover();

        var order = shopper.orderId(answer);
        shopper.await(order, "confirmed");
        assertThat(provider.kept(order)).isEqualTo(1000);
        assertThat(provider.operations(order)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "confirm", "find"})
    void waitsForAProviderThatIsAway(String operation) {
        provider.failAlways("confirm", Fault.AWAY);
        provider.failAlways(operation, Fault.AWAY);
        var order = shopper.orderId(shopper.order("tok_visa", "full"));
        assertThat(shopper.statusOf(order)).isEqualTo("placed");

        provider.recover();

        shopper.await(order, "confirmed");
        assertThat(provider.kept(order)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "void"})
    void givesMoneyBackOnceWhateverHappensToTheFirstAttempt(String operation) {
        var order = shopper.confirmedOrder("full");
        provider.failAlways(operation, Fault.ANSWER_LOST);
        assertThat(shopper.post(CUSTOMER, "/api/orders/" + order + "/cancel", "{}"))
                .hasStatus(202);

        provider.recover();

        shopper.await(order, "cancelled");

        assertThat(provider.kept(order)).isZero();
        assertThat(provider.authorised(order)).isZero();
        assertThat(provider.operations(order)).hasSize(4);
    }

    @Test
    void cancelsAnOrderThatNoCardPaysInTimeAndTellsInventory() {
        var order = crashed(
                Ids.next("ord"), "tok_declined", new PaymentTerms(20, Duration.ofSeconds(2), Duration.ofSeconds(3)));

        shopper.await(order, "cancelled");

        assertThat(events.await("order.cancelled", order).payload())
                .contains("\"reason\":\"payment_failed\"", "\"confirmedBefore\":false");
        assertThat(provider.kept(order)).isZero();
    }

    @Test
    void keepsAnOrderForAnotherCardUntilItsTimeIsOver() {
        var order = shopper.orderId(shopper.order("tok_declined", "full"));

        assertThat(shopper.post(CUSTOMER, "/api/orders/" + order + "/payments", card("tok_visa")))
                .hasStatus(201);
    }

    @Test
    void releasesAnIntentWhoseCustomerNeverProvedToBeTheCustomer() {
        var order = crashed(
                Ids.next("ord"),
                "tok_requires_action",
                new PaymentTerms(20, Duration.ofSeconds(2), Duration.ofSeconds(3)));

        shopper.await(order, "cancelled");

        assertThat(provider.operations(order)).last().asString().startsWith("void");
    }

    private String crashed(@Nullable String withIntent, PaymentTerms terms) {
        return crashed(withIntent, "tok_visa", terms);
    }

    /** An order as it is stored before its charge is confirmed; its process is no more. */
    private String crashed(@Nullable String id, String token, PaymentTerms terms) {
        var now = Instant.now();
        var order = id == null ? Ids.next("ord") : id;
        var intentId = id == null ? null : open(order);
        var offer = offer();
        var held = new Offer("acc_1", Ids.next("hld"), offer.lines(), offer.address(), offer.shipments(), null);
        reservations.add(new Reservation(order, held.holdId(), null, false, 1), now.plusSeconds(60));
        var payment = Payment.begin(PaymentPlan.FULL, offer.total(), terms, token, intentId, now);
        assertThat(orders.place(Order.place(order, null, held, payment, 1, now)))
                .isTrue();
        return order;
    }

    private String open(String order) {
        return ((Known) payments.open(order + ".1.open.5348", order, pence(5348)))
                .intent()
                .id();
    }
}
