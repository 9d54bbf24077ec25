package io.nearstock.inventory.recall;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** On the day after one on which lots of these tests expire. */
@InventoryTest
class ExpireLotsTests {

    private static final Clock LATER = Clock.fixed(Instant.parse("2098-01-02T08:00:00Z"), ZoneOffset.UTC);

    private final Shop shop;
    private final ExpireLots expire;

    ExpireLotsTests(Shop shop, Lots lots, Stock stock, Post post) {
        this.shop = shop;
        this.expire = new ExpireLots(lots, stock, post, LATER);
    }

    @Test
    void keepApartWhatNobodyHoldsAndTheRestOnceItIsLetGo() {
        var hub = receive("HAM", "");
        shop.hold("hld_ham", "ord_ham", line("HAM", 8));

        expire.run();
        expire.run();

        shop.eventually(
                () -> shop.get("/api/stock/HAM/lots"),
                lots -> assertThat(lots).bodyJson().isLenientlyEqualTo("""
                    {"lots": [{"lot": "SOON", "left": 4, "aside": false}, {"lot": "LATE", "left": 4, "aside": false},
                              {"lot": "SOON", "left": 2, "aside": true}]}\
                    """));
        assertQuarantined("HAM", 2, 0);
        shop.postInternal("/internal/holds/hld_ham/release", "{\"reason\": \"checkout_abandoned\"}");
        shop.eventually(
                () -> shop.stock("HAM"),
                row -> assertThat(row.path("available").asInt()).isEqualTo(8));

        expire.run();

        assertQuarantined("HAM", 6, 4);
        assertThat(shop.get("/api/stock/HAM/movements")).bodyText().contains("expired on 2098-01-01", hub);
    }

    @Test
    void keepApartTheUnitsOfTheLotWhereTheyHaveSerials() {
        receive("PUMP", ", \"serials\": [\"P1\", \"P2\", \"P3\", \"P4\", \"P5\", \"P6\"]");

        expire.run();

        shop.eventually(
                () -> shop.get("/api/stock/PUMP/serials/P6"),
                unit -> assertThat(unit)
                        .bodyJson()
                        .isLenientlyEqualTo("{\"lot\": \"SOON\", \"status\": \"quarantined\"}"));
        assertQuarantined("PUMP", 6, 4);
    }

    private String receive(String sku, String serials) {
        var hub = shop.openHub("Cold " + sku, 1, 1);
        var late = serials.replace('P', 'L').replace(", \"L5\", \"L6\"", "");
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%1$s", "lines": [
              {"sku": "%2$s", "quantity": 6, "lot": "SOON", "expiresOn": "2098-01-01"%3$s},
              {"sku": "%2$s", "quantity": 4, "lot": "LATE", "expiresOn": "2099-01-01"%4$s}]}\
            """.formatted(hub, sku, serials, late)))
                .hasStatus(201);
        return hub;
    }

    private void assertQuarantined(String sku, int quarantined, int available) {
        var row = shop.stock(sku);
        assertThat(row.path("quarantined").asInt()).isEqualTo(quarantined);
        assertThat(row.path("available").asInt()).isEqualTo(available);
    }
}
