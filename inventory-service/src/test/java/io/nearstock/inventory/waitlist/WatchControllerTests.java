package io.nearstock.inventory.waitlist;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class WatchControllerTests {

    private final Shop shop;
    private final TestEvents events;

    WatchControllerTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void tellsWhoeverWaitsOnce() {
        var watch = subscribe("WAIT-1", "acc_waiting");
        assertThat(watch).hasStatus(201);
        assertThat(shop.body(subscribe("WAIT-1", "acc_waiting")).path("id"))
                .isEqualTo(shop.body(watch).path("id"));
        var hub = shop.openHub("Wait", 1, 1);

        shop.receive(hub, "WAIT-1", 3);

        var id = shop.body(watch).path("id").asString();
        assertThat(events.await("stock.back_in_stock", id).payload()).contains("WAIT-1", "acc_waiting");
        assertProblem(subscribe("WAIT-1", "acc_waiting"), 409, "in_stock");
    }

    @Test
    @Consumes("stock.replenished")
    void takesWhatTheContractSaysForNews() {
        var id = shop.body(subscribe("KETTLE-17-WAIT", "acc_kettle")).path("id").asString();
        var news = Contracts.event("stock.replenished").replace("KETTLE-17", "KETTLE-17-WAIT");

        events.publish("stock.replenished", "KETTLE-17-WAIT@hub_1", 7, news);
        events.publish("stock.replenished", "KETTLE-17-WAIT@hub_1", 7, news);

        events.await("stock.back_in_stock", id);
        assertThat(events.published("stock.alerts").stream()
                        .filter(event -> event.key().equals(id)))
                .hasSize(1);
    }

    @Test
    void waitsNoLongerWhenToldSo() {
        subscribe("WAIT-2", "acc_patient");

        assertThat(unsubscribe("WAIT-2", "acc_patient")).hasStatus(204);
        assertProblem(unsubscribe("WAIT-2", "acc_patient"), 404, "not_found");
        assertProblem(unsubscribe("WAIT-2", "acc_other"), 404, "not_found");
    }

    @Test
    void isForCustomers() {
        assertThat(shop.post("/api/stock/WAIT-3/subscriptions", "")).hasStatus(403);
    }

    private MvcTestResult subscribe(String sku, String account) {
        return shop.http()
                .post()
                .uri("/api/stock/" + sku + "/subscriptions")
                .header("Authorization", TestTokens.bearer(account, "customer"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult unsubscribe(String sku, String account) {
        return shop.http()
                .delete()
                .uri("/api/stock/" + sku + "/subscriptions")
                .header("Authorization", TestTokens.bearer(account, "customer"))
                .exchange();
    }
}
