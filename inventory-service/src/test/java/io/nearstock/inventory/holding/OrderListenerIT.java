package io.nearstock.inventory.holding;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fed with the contracts' examples under ids of its own, each of them twice. */
@InventoryTest
class OrderListenerIT {

    private final Shop shop;
    private final TestEvents events;

    OrderListenerIT(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    @Consumes("order.confirmed")
    void commitsTheHoldOfAConfirmedOrder() {
        hold("confirmed");

        twice("order.confirmed", "confirmed", 2);

        awaitStatus("confirmed", "committed");
        assertThat(shop.stock("KETTLE-17-confirmed").path("allocated").asInt()).isEqualTo(2);
    }

    @Test
    @Consumes("order.cancelled")
    void givesTheStockOfACancelledOrderBackOnce() {
        hold("cancelled");

        twice("order.cancelled", "cancelled", 2);

        awaitStatus("cancelled", "released");
        assertThat(shop.stock("KETTLE-17-cancelled").path("available").asInt()).isEqualTo(10);
        awaitMovements("KETTLE-17-cancelled", "release", "hold", "receipt");
    }

    @Test
    @Consumes("order.shipment_dispatched")
    void letsADispatchedShipmentLeaveOnce() {
        hold("sent");
        twice("order.confirmed", "sent", 2);

        twice("order.shipment_dispatched", "sent", 3);

        awaitStatus("sent", "shipped");
        assertThat(shop.stock("KETTLE-17-sent").path("onHand").asInt()).isEqualTo(8);
        assertThat(shop.stock("KETTLE-17-sent").path("allocated").asInt()).isZero();
        awaitMovements("KETTLE-17-sent", "ship", "hold", "receipt");
    }

    @Test
    void keepsWhatHasLeftWhenTheRestIsCancelled() {
        hold("late");
        twice("order.shipment_dispatched", "late", 2);
        twice("order.cancelled", "late", 3);

        awaitStatus("late", "shipped");
        assertThat(shop.stock("KETTLE-17-late").path("onHand").asInt()).isEqualTo(8);
    }

    private void hold(String name) {
        var hub = shop.openHub("Hub " + name, 0, 52);
        shop.receive(hub, "KETTLE-17-" + name, 10);
        shop.receive(hub, "TEA-50-" + name, 10);
        var lines = line("KETTLE-17-" + name, 2) + "," + line("TEA-50-" + name, 1);
        var answer = shop.hold("hld_" + name, "ord_" + name, lines);
        assertThat(answer).hasStatus(201);
        hubId = shop.body(answer).at("/shipments/0/hubId").asString();
    }

    private String hubId = "";

    private void twice(String type, String name, long sequence) {
        var payload = Contracts.event(type)
                .replace("hld_1", "hld_" + name)
                .replace("ord_1", "ord_" + name)
                .replace("shp_1", "shp_" + name)
                .replace("hub_1", hubId)
                .replace("KETTLE-17", "KETTLE-17-" + name)
                .replace("TEA-50", "TEA-50-" + name);
        events.publish(type, "ord_" + name, sequence, payload);
        events.publish(type, "ord_" + name, sequence, payload);
    }

    private void awaitStatus(String name, String status) {
        shop.eventually(() -> shop.holdSeenByStaff("hld_" + name), hold -> {
            assertThat(hold.path("status").asString()).isEqualTo(status);
            assertThat(hold.path("inMotion").asBoolean()).isFalse();
        });
    }

    private void awaitMovements(String sku, String... kinds) {
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/" + sku + "/movements")).path("items"),
                movements -> assertThat(movements.valueStream().map(OrderListenerIT::kind))
                        .containsExactlyInAnyOrder(kinds));
    }

    private static String kind(JsonNode movement) {
        return movement.path("kind").asString();
    }
}
