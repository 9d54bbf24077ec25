package io.nearstock.inventory.ledger;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@InventoryTest
class StockControllerTests {

    private final Shop shop;

    StockControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void showsTheBalancesByHub() {
        var hub = shop.openHub("Suva", 178.4, -18.1);
        shop.receive(hub, "SUVA", 5);

        assertThat(shop.get("/api/stock/SUVA")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"sku": "SUVA", "hubs": [{"hubId": "%s", "onHand": 5, "available": 5, "allocated": 0, "incoming": 0,
             "damaged": 0, "quarantined": 0, "safetyStock": 0}]}\
            """.formatted(hub));
        assertProblem(shop.get("/api/stock/NONE"), 404, "not_found");
    }

    @Test
    void tellsWhoMovedWhatAndWhy() {
        var hub = shop.openHub("Nadi", 177.4, -17.8);
        shop.receive(hub, "NADI", 5);
        shop.hold("hld_nadi", "", line("NADI", 2));

        shop.eventually(
                () -> shop.get("/api/stock/NADI/movements"),
                found -> assertThat(found).bodyJson().isLenientlyEqualTo("""
                    {"items": [
                      {"kind": "hold", "quantity": -2, "cause": {"type": "hold", "id": "hld_nadi"}},
                      {"kind": "receipt", "quantity": 5, "actor": "acc_staff", "reason": "opening stock"}]}\
                    """));
    }

    @Test
    void turnsThePagesOfTheLedger() {
        var hub = shop.openHub("Lautoka", 177.4, -17.6);
        for (int i = 0; i < 5; i++) {
            shop.receive(hub, "LAUTOKA", 1);
        }
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/LAUTOKA/movements")).path("items"),
                items -> assertThat(items).hasSize(5));

        var first = shop.body(shop.get("/api/stock/LAUTOKA/movements?limit=3"));
        var second = shop.body(shop.get("/api/stock/LAUTOKA/movements?limit=3&cursor="
                + first.path("nextCursor").asString()));

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2).doesNotContainAnyElementsOf(first.path("items"));
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertProblem(shop.get("/api/stock/LAUTOKA/movements?cursor=nonsense"), 400, "invalid_cursor");
    }

    @Test
    void replaysTheLedgerToTheBalances() {
        var hub = shop.openHub("Labasa", 179.4, -16.4);
        shop.receive(hub, "LABASA", 5);
        shop.hold("hld_labasa", "", line("LABASA", 2));

        var audit = shop.body(shop.get("/api/stock/audit"));

        assertThat(audit.path("balanced").asBoolean()).isTrue();
        assertThat(audit.path("rows").asInt()).isPositive();
        assertThat(audit.path("differences")).isEmpty();
    }

    @Test
    void auditsPartByPart() {
        var hub = shop.openHub("Savusavu", 179.3, -16.8);
        shop.receive(hub, "SAVUSAVU-1", 5);
        shop.receive(hub, "SAVUSAVU-2", 5);

        var first = shop.body(shop.get("/api/stock/audit?limit=1"));
        var rest = shop.body(
                shop.get("/api/stock/audit?cursor=" + first.path("nextCursor").asString()));

        assertThat(first.path("rows").asInt()).isEqualTo(1);
        assertThat(rest.path("rows").asInt()).isPositive();
        assertProblem(shop.get("/api/stock/audit?cursor=nonsense"), 400, "invalid_cursor");
        assertProblem(shop.get("/api/stock/audit?limit=0"), 400, "invalid_limit");
    }

    @Test
    void isForStaffOfTheInventory() {
        assertThat(shop.http().get().uri("/api/stock/audit").header("Authorization", TestTokens.staff("orders")))
                .hasStatus(403);
        assertThat(shop.http().get().uri("/api/stock/SUVA")).hasStatus(401);
    }
}
