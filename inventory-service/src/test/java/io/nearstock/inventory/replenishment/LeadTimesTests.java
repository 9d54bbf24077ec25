package io.nearstock.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.Money;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Event;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import io.nearstock.inventory.PurchaseOrder.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadTimesTests {

    private static final Instant SENT = Instant.parse("2026-11-02T00:00:00Z");

    /** Four, six, eight, ten and twelve days: mean 8, variance (16 + 4 + 0 + 4 + 16) / 4 = 10. */
    @Test
    void tellsHowMuchTheyVaryFromSendingToTheLastDelivery() {
        var orders = Stream.of(4, 6, 8, 10, 12).map(days -> order(days, Status.RECEIVED));

        assertThat(LeadTimes.of(orders.toList()).variation()).hasValueCloseTo(Math.sqrt(10) / 8, within(1e-9));
    }

    @Test
    void saysNothingOfFourOrdersOrOfThoseThatHaveNotEnded() {
        var four = IntStream.range(0, 4).mapToObj(days -> order(days, Status.RECEIVED));
        var open = IntStream.range(0, 9).mapToObj(days -> order(days, Status.PARTIALLY_RECEIVED));

        assertThat(LeadTimes.of(Stream.concat(four, open).toList()).variation()).isEmpty();
    }

    private static PurchaseOrder order(int days, Status status) {
        var items = List.of(new Item("TEA", 1, new Money(100, "GBP"), 1, 0));
        var history = List.of(
                new Event(Status.SENT, "acc_staff", null, SENT),
                new Event(Status.PARTIALLY_RECEIVED, "acc_staff", null, SENT.plus(Duration.ofDays(1))),
                new Event(status, "acc_staff", null, SENT.plus(Duration.ofDays(days))));
        return new PurchaseOrder(
                "po_1",
                "sup_1",
                "hub_1",
                items,
                new Terms(0, 0, 0, 0),
                status,
                null,
                null,
                null,
                List.of(),
                null,
                history,
                List.of(),
                null,
                1);
    }
}
