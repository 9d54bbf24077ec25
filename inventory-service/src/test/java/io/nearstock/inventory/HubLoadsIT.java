package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HubLoadsIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance shop = Instance.of(mongo.database(), clock);

    private final OrderedLines lines = shop.the(OrderedLines.class);

    @Test
    void countsOrdersThatStandNotLinesAndLooksAgainAfterAWhile() {
        lines.add(List.of(line("ord_1", "TEA", "hub_1"), line("ord_1", "MUG", "hub_1"), line("ord_2", "TEA", "hub_1")));
        lines.add(List.of(line("ord_3", "TEA", "hub_2"), line("ord_4", "TEA", "hub_1")));
        lines.cancel(List.of("ord_4"));

        assertThat(ahead("hub_1")).isEqualTo(2);
        assertThat(ahead("hub_2")).isEqualTo(1);
        assertThat(ahead("hub_3")).isZero();

        lines.add(List.of(line("ord_5", "TEA", "hub_1")));
        assertThat(ahead("hub_1")).isEqualTo(2);
        clock.pass(Duration.ofSeconds(30));
        assertThat(ahead("hub_1")).isEqualTo(3);
    }

    /** Of two hubs that have it, the nearer one sends one order a day, and that is confirmed. */
    @Test
    void sendsFromTheNextHubWhatTheNearestCannotSendToday() {
        shop.the(Hubs.class).add(limited("hub_1"));
        shop.open("hub_2", "London", HoldFixtures.LONDON);
        Goods.receive(shop, "rcp_1", "hub_1", new Line("TEA", 9));
        Goods.receive(shop, "rcp_2", "hub_2", new Line("TEA", 9));
        assertThat(plan().shipments()).extracting(Shipment::hubId).containsExactly("hub_1");

        lines.add(List.of(line("ord_1", "TEA", "hub_1")));
        clock.pass(Duration.ofSeconds(30));

        assertThat(plan().shipments()).extracting(Shipment::hubId).containsExactly("hub_2");
        assertThat(plan().reason()).contains("Leeds is passed over: it is full");
    }

    private Plan plan() {
        return shop.the(Planner.class).plan(List.of(new Line("TEA", 1)), HoldFixtures.LEEDS, clock.instant());
    }

    private int ahead(String hub) {
        return shop.the(HubLoads.class).applyAsInt(limited(hub), TODAY);
    }

    private static Hub limited(String hub) {
        return new Hub(hub, "Leeds", HoldFixtures.LEEDS, null, null, 1, null, null, null, 1);
    }

    private static OrderedLine line(String order, String sku, String hub) {
        return OrderedLine.of(order, new Portion(sku, hub, 3), TODAY);
    }
}
