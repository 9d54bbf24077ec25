package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@InventoryTest
class PurchaseOrdersTests {

    private final PurchaseOrders orders;
    private final SourcingRequests requests;
    private final MongoDatabase database;
    private final Shop shop;
    private final Clock clock;

    PurchaseOrdersTests(
            PurchaseOrders orders, SourcingRequests requests, MongoDatabase database, Shop shop, Clock clock) {
        this.orders = orders;
        this.requests = requests;
        this.database = database;
        this.shop = shop;
        this.clock = clock;
    }

    @Test
    void haveAsManyLinesAsCanBeAddedUp() {
        var items = IntStream.range(1, PurchaseOrder.MOST_LINES)
                .mapToObj(line -> item("LONG-" + line, 1))
                .toList();
        orders.add(draft("po_long", items));

        assertThat(orders.join("po_long", "rpl_1", item("LONG-LAST", 1), "acc_1", clock.instant()))
                .isTrue();
        assertThat(orders.join("po_long", "rpl_2", item("LONGER", 1), "acc_1", clock.instant()))
                .isFalse();
    }

    /** As they were when an order had one notice, a cost no bound, and a request no guests. */
    @Test
    void areReadAsTheyWereStoredOnce() {
        orders.add(draft("po_old", List.of(item("OLD", Long.MAX_VALUE))));
        var line = new Document("sku", "OLD")
                .append("quantity", 7)
                .append("serials", List.of())
                .append("codes", List.of("code"));
        var notice = new Document("lines", List.of(line)).append("at", clock.instant());
        database.getCollection("purchaseOrders")
                .updateOne(new Document("_id", "po_old"), new Document("$set", new Document("notice", notice)));
        requests.add(SourcingRequest.opened("srq_old", "OLD", "hub_old", 7, null, "staff", clock.instant()));

        assertThat(shop.get("/api/purchase-orders/po_old")).bodyJson().isLenientlyEqualTo("""
            {"asn": {"lines": [{"quantity": 7}]}, "notices": [{"lines": [{"codes": ["code"]}]}]}\
            """);
        assertThat(database.getCollection("sourcingRequests")
                        .find(new Document("_id", "srq_old"))
                        .first())
                .doesNotContainKeys("invited", "withdrawal");
        assertThat(shop.get("/api/sourcing-requests/srq_old")).bodyJson().isLenientlyEqualTo("""
            {"status": "open", "currency": "GBP"}\
            """);
    }

    private PurchaseOrder draft(String id, List<Item> items) {
        return PurchaseOrder.draft(id, "sup_1", "hub_1", items, new Terms(0, 0, 0, 0), "acc_1", clock.instant());
    }

    private static Item item(String sku, long cost) {
        return new Item(sku, 7, new Money(cost, "GBP"), 0, 0);
    }
}
