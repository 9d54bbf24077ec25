package io.nearstock.order;

import static io.nearstock.order.OrderFixtures.AFTER_WINDOW;
import static io.nearstock.order.OrderFixtures.NOW;
import static io.nearstock.order.OrderFixtures.after;
import static io.nearstock.order.OrderFixtures.captured;
import static io.nearstock.order.OrderFixtures.confirmed;
import static io.nearstock.order.OrderFixtures.declined;
import static io.nearstock.order.OrderFixtures.delivered;
import static io.nearstock.order.OrderFixtures.dispatched;
import static io.nearstock.order.OrderFixtures.intent;
import static io.nearstock.order.OrderFixtures.latest;
import static io.nearstock.order.OrderFixtures.offer;
import static io.nearstock.order.OrderFixtures.orderThatIs;
import static io.nearstock.order.OrderFixtures.pence;
import static io.nearstock.order.OrderFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nearstock.order.Intent.Status;
import io.nearstock.order.OrderEvent.OrderCancelled;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an order costs, which card pays it and when, and how money goes back. */
class OrderPaymentTests {

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var order, var _) -> order.status().name();
            case Repetition _ -> "repetition";
            case Contradiction(var _, var refusal) -> refusal.code();
        };
    }

    @Test
    void isGivenUpOnlyWhileNoCardHasPaid() {
        assertThat(answer(orderThatIs("declined").giveUp(AFTER_WINDOW))).isEqualTo("cancelled");
        assertThat(answer(orderThatIs("declined").giveUp(NOW))).isEqualTo("repetition");
        assertThat(answer(orderThatIs("confirmed").giveUp(AFTER_WINDOW))).isEqualTo("repetition");
    }

    @Test
    void costsWhatItsLinesCost() {
        assertThat(orderThatIs("placed").total()).isEqualTo(pence(5348));
        assertThat(orderThatIs("placed").outstanding()).isEqualTo(pence(5348));
    }

    @Test
    void isConfirmedAtOnceWhenItCostsNothing() {
        var gift = new OrderLine("CARD", "prd_3", "Card", 1, pence(350), pence(0));
        var free = new Offer("acc_1", "hld_1", List.of(gift), offer().address(), offer().shipments(), null);

        var placed = placed(free, PaymentPlan.FULL, null);

        assertThat(placed.events()).extracting(OrderEvent::name).containsExactly("order.placed", "order.confirmed");
        assertThat(delivered(dispatched(placed.order())).status().name()).isEqualTo("completed");
    }

    @Test
    void takesADepositAtConfirmationAndTheRestAtDispatch() {
        var dispatched = orderThatIs("dispatched");

        assertThat(dispatched.outstanding()).isEqualTo(pence(4278));
        assertThat(PaymentStep.of(dispatched, NOW))
                .isEqualTo(new PaymentStep.Capture(latest(dispatched), "pi_1", 4278));
        assertThat(captured(dispatched).outstanding()).isEqualTo(pence(0));
    }

    @Test
    void authorisesNoMoreThanTheDepositWhereTheRestIsPaidAfterDelivery() {
        var confirmed = confirmed(placed(PaymentPlan.DEPOSIT, "pi_1").order());
        assertThat(latest(confirmed).amount()).isEqualTo(1070);

        var delivered = delivered(dispatched(confirmed));
        assertThat(delivered.status().name()).isEqualTo("delivered");
        assertThat(PaymentStep.of(delivered, NOW)).isEqualTo(new PaymentStep.Nothing());

        var paying = after(after(delivered.payBalance("tok_visa", NOW)).opened(2, "pi_2"));
        assertThat(latest(paying).amount()).isEqualTo(4278);
        var paid = new Intent("pi_2", "ord_1", Status.AUTHORISED, 4278, 4278, 4278, 0, null, null);
        assertThat(after(paying.paymentSeen(paid, NOW)).status().name()).isEqualTo("completed");
    }

    @Test
    void isPaidByAnotherCardUntilTheTimeIsOver() {
        var declined = orderThatIs("declined");

        assertThat(answer(declined.payByAnotherCard("tok_visa", AFTER_WINDOW.minusMillis(1))))
                .isEqualTo("placed");
        assertThat(answer(declined.payByAnotherCard("tok_visa", AFTER_WINDOW))).isEqualTo("payment_window_over");
        assertThat(PaymentStep.dueAt(declined, NOW)).contains(AFTER_WINDOW);
        assertThat(PaymentStep.of(declined, AFTER_WINDOW)).isEqualTo(new PaymentStep.GiveUp());
    }

    @Test
    void asksBeforeItGivesUpAChargeThatMayHaveSucceeded() {
        var undecided = orderThatIs("placed");

        assertThat(PaymentStep.of(undecided, AFTER_WINDOW))
                .isEqualTo(new PaymentStep.Decide(latest(undecided), "pi_1"));
    }

    @Test
    void givesUpWithoutAskingAChargeThatNobodyEverConfirmed() {
        var unknown = placed(PaymentPlan.FULL, null).order();

        assertThat(PaymentStep.of(unknown, NOW)).isEqualTo(new PaymentStep.Open(latest(unknown)));
        assertThat(PaymentStep.of(unknown, AFTER_WINDOW)).isEqualTo(new PaymentStep.GiveUp());
        assertThat(answer(unknown.requestCancel("customer", null, NOW))).isEqualTo("cancelled");
    }

    @Test
    void waitsWithACancellationUntilItsPaymentIsKnownAndGivesItBackThen() {
        var cancelling = after(orderThatIs("placed").requestCancel("customer", null, NOW));
        assertThat(PaymentStep.of(cancelling, NOW)).isEqualTo(new PaymentStep.Decide(latest(cancelling), "pi_1"));

        var charged = after(cancelling.paymentSeen(intent(latest(cancelling), Status.AUTHORISED, 1070, 0), NOW));
        assertThat(PaymentStep.of(charged, NOW)).isEqualTo(new PaymentStep.Refund(latest(charged), "pi_1", 1070));

        var refunded = after(charged.paymentSeen(intent(latest(charged), Status.AUTHORISED, 1070, 1070), NOW));
        assertThat(PaymentStep.of(refunded, NOW)).isEqualTo(new PaymentStep.Release(latest(refunded), "pi_1"));

        var voided = (Progress) refunded.paymentSeen(intent(latest(refunded), Status.VOIDED, 1070, 1070), NOW);
        assertThat(voided.order().status().name()).isEqualTo("cancelled");
        assertThat(voided.events()).last().isInstanceOfSatisfying(OrderCancelled.class, cancelled -> {
            assertThat(cancelled.reason()).isEqualTo("customer");
            assertThat(cancelled.confirmedBefore()).isFalse();
            assertThat(cancelled.refunded()).isEqualTo(pence(1070));
        });
    }

    @Test
    void believesNoOldNews() {
        var captured = captured(orderThatIs("dispatched"));
        var old = intent(latest(captured), Status.REQUIRES_CONFIRMATION, 0, 0);

        assertThat(captured.paymentSeen(old, NOW)).isEqualTo(new Repetition(captured));
    }

    @Test
    void keepsTheCardTokenOnlyUntilTheChargeIsDecided() {
        assertThat(latest(orderThatIs("placed")).token()).isEqualTo("tok_visa");
        assertThat(latest(orderThatIs("confirmed")).token()).isNull();
        assertThat(latest(orderThatIs("declined")).token()).isNull();
    }

    @Test
    void refusesMoneyThatDoesNotAddUp() {
        var dispatched = orderThatIs("dispatched");
        var tooMuch = intent(latest(dispatched), Status.AUTHORISED, 5349, 0);

        assertThatIllegalStateException().isThrownBy(() -> dispatched.paymentSeen(tooMuch, NOW));
    }

    @Test
    void knowsNoChargeOfAnotherOrder() {
        var other = new Intent("pi_9", "ord_1", Status.AUTHORISED, 5348, 5348, 1070, 0, null, null);

        assertThat(answer(orderThatIs("placed").paymentSeen(other, NOW))).isEqualTo("unknown_charge");
    }

    @Test
    void isDeclinedOnlyOnce() {
        assertThat(answer(declined(orderThatIs("placed")).paymentRefused(1, "x", NOW)))
                .isEqualTo("repetition");
    }
}
