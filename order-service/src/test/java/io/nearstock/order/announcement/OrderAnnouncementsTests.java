package io.nearstock.order.announcement;

import static io.nearstock.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.order.Intent;
import io.nearstock.order.Intent.Status;
import io.nearstock.order.Order;
import io.nearstock.order.OrderFixtures;
import io.nearstock.order.PaymentPlan;
import io.nearstock.order.Transition;
import io.nearstock.order.Transition.Progress;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderAnnouncementsTests {

    private final JsonMapper json = new JsonMapper();
    private final OrderAnnouncements announcements = new OrderAnnouncements(OutboxEntries.untraced(json));
    private final List<OutboxEntry> announced = new ArrayList<>();

    @Test
    @Produces({
        "order.placed",
        "order.confirmed",
        "order.shipment_dispatched",
        "order.shipment_delivered",
        "order.completed"
    })
    void announcesTheWayOfAnOrderAsTheContractsSay() {
        var order = confirmed();
        order = next(order.dispatch("shp_1", NOW));
        order = next(order.paymentSeen(intent(Status.AUTHORISED, 5348, 5348, 0), NOW));
        next(order.deliver("shp_1", "handed over", NOW));

        assertThat(announced)
                .extracting(OutboxEntry::type)
                .containsExactly(
                        "order.placed",
                        "order.confirmed",
                        "order.shipment_dispatched",
                        "order.shipment_delivered",
                        "order.completed");
        assertContracts();
    }

    @Test
    @Produces("order.shipment_supplied")
    void announcesThatGoodsHaveComeAsTheContractSays() {
        var placed = next(OrderFixtures.placedBeforeItCame());
        next(placed.supplied("hub_1", Instant.parse("2026-11-03T10:00:00Z")));

        assertThat(announced).extracting(OutboxEntry::type).endsWith("order.shipment_supplied");
        var entry = announced.getLast();
        assertThat(json.readTree(entry.payload())).isEqualTo(json.readTree(Contracts.event(entry.type())));
    }

    @Test
    @Produces({"order.cancel_requested", "order.cancelled"})
    void announcesACancellationAsTheContractsSay() {
        var order = next(confirmed().requestCancel("customer", "my own words", NOW));
        next(order.paymentSeen(intent(Status.VOIDED, 1070, 1070, 1070), NOW));

        assertThat(announced).extracting(OutboxEntry::type).endsWith("order.cancel_requested", "order.cancelled");
        assertContracts();
    }

    private void assertContracts() {
        assertThat(announced)
                .allSatisfy(entry -> assertThat(json.readTree(entry.payload()))
                        .isEqualTo(json.readTree(Contracts.event(entry.type()))));
        assertThat(announced)
                .extracting(OutboxEntry::id)
                .doesNotHaveDuplicates()
                .startsWith("ord_1.1", "ord_1.2");
        assertThat(announced)
                .extracting(OutboxEntry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, announced.size()).boxed().toList());
    }

    private Order confirmed() {
        var placed = next(OrderFixtures.placed(PaymentPlan.FULL, "pi_1"));
        return next(placed.paymentSeen(intent(Status.AUTHORISED, 5348, 1070, 0), NOW));
    }

    private Order next(Transition transition) {
        var progress = (Progress) transition;
        announced.addAll(announcements.apply(progress));
        return progress.order();
    }

    private static Intent intent(Status status, long authorised, long captured, long refunded) {
        return new Intent("pi_1", "ord_1", status, 5348, authorised, captured, refunded, null, null);
    }
}
