package io.nearstock.inventory.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Event;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InventoryTest
class SuspendTests {

    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private final Shop shop;
    private final PurchaseOrders orders;
    private final Suspend suspend;
    private final TestEvents events;
    private final Clock clock;

    SuspendTests(Shop shop, PurchaseOrders orders, Suspend suspend, TestEvents events, Clock clock) {
        this.shop = shop;
        this.orders = orders;
        this.suspend = suspend;
        this.events = events;
        this.clock = clock;
    }

    @Test
    void judgesByEnoughUnitsOnly() {
        assertThat(Suspend.reason(List.of(order("po_few", "sup", 40, 9, AT)), Instant.EPOCH))
                .isEmpty();
        assertThat(Suspend.reason(List.of(order("po_good", "sup", 90, 10, AT)), Instant.EPOCH))
                .isEmpty();
        assertThat(Suspend.reason(List.of(order("po_bad", "sup", 89, 11, AT)), Instant.EPOCH))
                .hasValueSatisfying(reason -> assertThat(reason).contains("89 of the last 100"));
        assertThat(Suspend.reason(List.of(order("po_old", "sup", 1, 99, AT)), AT.plusMillis(1)))
                .isEmpty();
    }

    @Test
    @Consumes("purchase_order.changed")
    void suspendsWhoDeliversBadlyUntilSomebodyReinstatesIt() {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Careless\"}"))
                .path("id")
                .asString();
        orders.add(order("po_" + supplier, supplier, 60, 40, clock.instant()));
        var news = Contracts.event("purchase_order.changed").replace("sup_1", supplier);

        events.publish("purchase_order.changed", "po_" + supplier, 1, news);

        shop.eventually(
                () -> shop.body(shop.get("/api/suppliers/" + supplier)),
                seen -> assertThat(seen.path("status").asString()).isEqualTo("suspended"));
        assertThat(shop.body(shop.get("/api/suppliers/" + supplier))
                        .path("reason")
                        .asString())
                .startsWith("quality: 60 of the last 100");

        assertThat(shop.http()
                        .post()
                        .uri("/api/suppliers/" + supplier + "/reinstate")
                        .header("Authorization", Shop.STAFF)
                        .header("If-Match", "\"2\""))
                .hasStatusOk();
        suspend.whoDeliversBadly(supplier);
        assertThat(shop.body(shop.get("/api/suppliers/" + supplier))
                        .path("status")
                        .asString())
                .isEqualTo("active");
    }

    @Test
    @Consumes({"quality.alert", "quality.alert_closed"})
    void countsAnAlertOnceAndSuspendsWhoHasThreeProductsThatCustomersComplainOf() {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Blamed\"}"))
                .path("id")
                .asString();
        orders.add(order("po_" + supplier, supplier, 100, 0, clock.instant()));

        complain(supplier, "MUG");
        complain(supplier, "MUG");
        shop.eventually(
                () -> score(supplier),
                score -> assertThat(score.path("quality").asDouble()).isCloseTo(0.8, within(1e-3)));
        assertThat(score(supplier).path("inspections").asDouble()).isEqualTo(1);
        assertThat(score(supplier).at("/feedback/alerts/0/lot").asString()).isEqualTo("L-17");
        var partner = shop.http()
                .get()
                .uri("/api/partner/quality")
                .header("Authorization", TestTokens.supplier(supplier))
                .exchange();
        assertThat(shop.body(partner).at("/score/feedback/alerts/0/aspect").asString())
                .isEqualTo("durability");

        var before = alert(supplier, "CUP");
        events.publish("quality.alert", "prd_CUP", 1, before);
        events.publish("quality.alert_closed", "prd_CUP", 2, closed(supplier, "CUP"));
        events.publish("quality.alert_closed", "prd_CUP", 2, closed(supplier, "CUP"));
        events.publish("quality.alert", "prd_CUP", 1, before);

        complain(supplier, "POT");
        complain(supplier, "PAN");
        shop.eventually(
                () -> shop.body(shop.get("/api/suppliers/" + supplier)),
                seen -> assertThat(seen.path("reason").asString())
                        .startsWith("quality: customers complain of ")
                        .contains("MUG (durability)", "POT (durability)", "PAN (durability)"));
        assertThat(score(supplier).at("/feedback/alerts")).hasSize(3);
    }

    /** As it was before lots and suppliers were named. */
    @Test
    void anAlertThatNamesNobodyCountsAgainstNobody() {
        var old = Contracts.event("quality.alert").replaceAll("\"(lot|supplierId)\": \"[^\"]*\",", "");
        assertThat(old).doesNotContain("sup_1\",");
        events.publish("quality.alert", "prd_old", 1, old);
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Later\"}"))
                .path("id")
                .asString();
        events.publish("quality.alert", "prd_old", 2, alert(supplier, "LATER"));

        shop.eventually(
                () -> score(supplier),
                score -> assertThat(score.at("/feedback/alerts")).hasSize(1));
    }

    private void complain(String supplier, String sku) {
        events.publish("quality.alert", "prd_" + sku, 1, alert(supplier, sku));
    }

    private static String closed(String supplier, String sku) {
        return Contracts.event("quality.alert_closed")
                .replace("qal_", "qal_" + supplier + sku)
                .replace("sup_1", supplier)
                .replace("85123A", sku);
    }

    private String alert(String supplier, String sku) {
        return Contracts.event("quality.alert")
                .replace("qal_", "qal_" + supplier + sku)
                .replace("sup_1", supplier)
                .replace("85123A", sku)
                .replace("2026-11-01T10:00:00Z", clock.instant().toString());
    }

    private JsonNode score(String supplier) {
        return shop.body(shop.get("/api/suppliers/" + supplier + "/score")).path("score");
    }

    private static PurchaseOrder order(String id, String supplier, int good, int damaged, Instant at) {
        var items = List.of(new Item("MUG", good + damaged, new Money(100, "GBP"), good, damaged));
        return new PurchaseOrder(
                id,
                supplier,
                "hub_1",
                items,
                new Terms(0, 0, 0, 0),
                Status.RECEIVED,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(new Event(Status.RECEIVED, "acc_staff", null, at)),
                List.of(),
                null,
                1);
    }
}
