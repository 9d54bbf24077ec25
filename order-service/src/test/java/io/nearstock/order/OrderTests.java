package io.nearstock.order;

import static io.nearstock.order.OrderFixtures.NOW;
import static io.nearstock.order.OrderFixtures.after;
import static io.nearstock.order.OrderFixtures.captured;
import static io.nearstock.order.OrderFixtures.confirmed;
import static io.nearstock.order.OrderFixtures.declined;
import static io.nearstock.order.OrderFixtures.delivered;
import static io.nearstock.order.OrderFixtures.dispatched;
import static io.nearstock.order.OrderFixtures.offerFromTwoHubs;
import static io.nearstock.order.OrderFixtures.orderThatIs;
import static io.nearstock.order.OrderFixtures.placed;
import static io.nearstock.order.OrderFixtures.placedBeforeItCame;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Intent.Status;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTests {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        an order that is | another card        | cancel             | dispatch        | deliver        | balance
        placed           | payment_in_progress | cancel_pending     | not_confirmed   | not_dispatched | balance_not_due
        declined         | placed              | cancelled          | not_confirmed   | not_dispatched | balance_not_due
        confirmed        | already_paid        | cancel_pending     | dispatched      | not_dispatched | balance_not_due
        dispatched       | already_paid        | already_dispatched | repetition      | delivered      | balance_not_due
        delivered        | already_paid        | already_dispatched | repetition      | repetition     | payment_in_progress
        completed        | already_paid        | already_dispatched | repetition      | repetition     | already_paid
        cancel_pending   | order_cancelled     | repetition         | order_cancelled | not_dispatched | order_cancelled
        cancelled        | order_cancelled     | repetition         | order_cancelled | not_dispatched | order_cancelled
        """)
    void everyStateAnswersEveryCommand(
            String state, String anotherCard, String cancel, String dispatch, String deliver, String balance) {
        var order = orderThatIs(state);

        assertThat(answer(order.payByAnotherCard("tok_visa", NOW))).isEqualTo(anotherCard);
        assertThat(answer(order.requestCancel("customer", null, NOW))).isEqualTo(cancel);
        assertThat(answer(order.dispatch("shp_1", NOW))).isEqualTo(dispatch);
        assertThat(answer(order.deliver("shp_1", "at the door", NOW))).isEqualTo(deliver);
        assertThat(answer(order.payBalance("tok_visa", NOW))).isEqualTo(balance);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        an order that is | hears: authorised | declined   | refunded and voided | refused
        placed           | confirmed         | placed     | placed              | placed
        declined         | repetition        | repetition | repetition          | repetition
        confirmed        | repetition        | repetition | confirmed           | repetition
        dispatched       | repetition        | repetition | dispatched          | repetition
        delivered        | repetition        | repetition | delivered           | repetition
        completed        | repetition        | repetition | order_ended         | repetition
        cancel_pending   | repetition        | repetition | cancelled           | repetition
        cancelled        | repetition        | repetition | repetition          | repetition
        """)
    void everyStateHearsEveryNewsOfItsPayment(
            String state, String authorised, String declined, String undone, String refused) {
        var order = orderThatIs(state);

        assertThat(answer(order.paymentSeen(told(Status.AUTHORISED, 5348, 1070, 0), NOW)))
                .isEqualTo(authorised);
        assertThat(answer(order.paymentSeen(told(Status.DECLINED, 5348, 0, 0), NOW)))
                .isEqualTo(declined);
        assertThat(answer(order.paymentSeen(told(Status.VOIDED, 1070, 1070, 1070), NOW)))
                .isEqualTo(undone);
        assertThat(answer(order.paymentRefused(1, "unknown_token", NOW))).isEqualTo(refused);
    }

    private static Intent told(Status status, long authorised, long captured, long refunded) {
        return new Intent("pi_1", "ord_1", status, 5348, authorised, captured, refunded, null, null);
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var order, var _) -> order.status().name();
            case Repetition _ -> "repetition";
            case Contradiction(var _, var refusal) -> refusal.code();
        };
    }

    @Test
    void learnsOnceThatWhatItWaitedForHasCome() {
        var waiting = confirmed(placedBeforeItCame().order());
        var here = after(waiting.supplied("hub_1", NOW));

        assertThat(waiting.shipments().getFirst().isWaiting()).isTrue();
        assertThat(here.shipments().getFirst().isWaiting()).isFalse();
        assertThat(answer(here.supplied("hub_1", NOW))).isEqualTo("repetition");
        assertThat(answer(waiting.supplied("hub_2", NOW))).isEqualTo("repetition");
        assertThat(answer(orderThatIs("confirmed").supplied("hub_1", NOW))).isEqualTo("repetition");
        assertThat(answer(orderThatIs("cancelled").supplied("hub_1", NOW))).isEqualTo("order_cancelled");
        assertThat(delivered(dispatched(here)).shipments().getFirst().suppliedAt())
                .isEqualTo(NOW);
    }

    @Test
    void becomesTheNextVersionByProgress() {
        var placed = orderThatIs("placed");

        assertThat(confirmed(placed).version()).isEqualTo(placed.version() + 1);
    }

    @Test
    void countsTheMessagesThatOthersGetAndNoOthers() {
        assertThat(orderThatIs("placed").messages()).isEqualTo(1);
        assertThat(orderThatIs("declined").messages()).isEqualTo(1);
        assertThat(orderThatIs("confirmed").messages()).isEqualTo(2);
        assertThat(orderThatIs("completed").messages()).isEqualTo(5);
    }

    @Test
    void completesOnlyWhenEveryShipmentHasArrived() {
        var sent = captured(dispatched(
                confirmed(placed(offerFromTwoHubs(), PaymentPlan.FULL, "pi_1").order())));

        var half = delivered(sent);
        assertThat(half.status().name()).isEqualTo("dispatched");

        var second = after(half.dispatch("shp_2", NOW));
        assertThat(after(second.deliver("shp_2", "neighbour", NOW)).status().name())
                .isEqualTo("completed");
    }

    @Test
    void cannotBeCancelledOnceOneOfItsShipmentsHasLeft() {
        var sent = dispatched(
                confirmed(placed(offerFromTwoHubs(), PaymentPlan.FULL, "pi_1").order()));

        assertThat(answer(sent.requestCancel("customer", null, NOW))).isEqualTo("already_dispatched");
    }
}
