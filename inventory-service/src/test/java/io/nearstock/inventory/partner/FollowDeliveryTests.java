package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Position;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.PurchaseRules.Ruling;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Sighting;
import io.nearstock.inventory.Sightings;
import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Goods on their way to a hub at 1° east, 50° north, as their supplier tells; its clock is two minutes fast. */
@InventoryTest
class FollowDeliveryTests {

    private final Shop shop;
    private final TestEvents events;
    private final PurchaseOrders orders;
    private final Sightings sightings;
    private final Instant now;

    FollowDeliveryTests(Shop shop, TestEvents events, PurchaseOrders orders, Sightings sightings, Clock clock) {
        this.shop = shop;
        this.events = events;
        this.orders = orders;
        this.sightings = sightings;
        this.now = clock.instant().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void showsWhereTheGoodsAreToStaffAndToTheirSupplier() {
        var supplier = SellingPartner.named(shop, "Lorry");
        var path = isOnItsWay(supplier, "WAY-1");

        assertThat(says(supplier, path, "1, 52", now.plusSeconds(60))).hasStatusOk();
        var answer = says(supplier, path, "1, 51", now.plusSeconds(120));

        var tracking = """
            {"position": {"type": "Point", "coordinates": [1.0, 51.0]}, "at": "%s",
             "route": {"type": "LineString", "coordinates": [[1.0, 52.0], [1.0, 51.0], [1.0, 50.0]]}, "distanceKm": 111.2}\
            """.formatted(now.plusSeconds(120));
        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"6\"").bodyJson().isLenientlyEqualTo(tracking);
        var day = shop.body(shop.get("/api" + path)).path("expectedOn").asString();
        assertThat(shop.body(answer).path("expectedOn").asString()).isEqualTo(day);
        assertThat(shop.get("/api" + path)).bodyJson().isLenientlyEqualTo("{\"tracking\": " + tracking + "}");
        assertThat(supplier.get(path))
                .hasHeader("ETag", "\"6\"")
                .bodyJson()
                .isLenientlyEqualTo("{\"tracking\": " + tracking + "}");
        assertThat(shop.body(shop.get("/api" + path)).path("history")).hasSize(4);
    }

    @Test
    void tellsOthersSoThatAMapCanFollow() {
        var supplier = SellingPartner.named(shop, "Map");
        var path = isOnItsWay(supplier, "WAY-2");
        var order = path.substring("/purchase-orders/".length());

        assertThat(says(supplier, path, "1, 51", now)).hasStatusOk();

        var told = events.await("purchase_order.position", order);
        assertThat(told.sequence()).isEqualTo(4);
        assertThat(shop.json(told.payload()).path("distanceKm").asDouble()).isEqualTo(111.2);
        assertThat(shop.post("/api" + path + "/receipts", "{\"lines\": [{\"sku\": \"WAY-2\", \"quantity\": 1}]}"))
                .hasStatusOk();
        assertThat(events.await("supply.purchase-orders", event -> isFifth(event, order))
                        .type())
                .isEqualTo("purchase_order.changed");
    }

    private static boolean isFifth(PublishedEvent event, String order) {
        return order.equals(event.key()) && event.sequence() == 5;
    }

    @Test
    void neverGoesBackInTime() {
        var supplier = SellingPartner.named(shop, "Back");
        var path = isOnItsWay(supplier, "WAY-3");
        assertThat(says(supplier, path, "1, 51", now.plusSeconds(60))).hasStatusOk();

        var old = says(supplier, path, "1, 53", now.plusSeconds(59));

        assertThat(old).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"position": {"coordinates": [1.0, 51.0]}, "route": {"coordinates": [[1.0, 51.0], [1.0, 50.0]]}}\
            """);
        assertProblem(says(supplier, path, "1, 50.5", now.plusSeconds(3600)), 422, "seen_in_future");
        assertProblem(says(supplier, path, "1, 50.5", now.minusSeconds(3600)), 422, "seen_before_order");
        assertProblem(says(supplier, path, "1, 91", now.plusSeconds(61)), 422, "invalid_request");
        assertThat(shop.body(shop.get("/api" + path)).at("/tracking/route/coordinates"))
                .hasSize(2);
    }

    /** Whoever read the order before somebody else said the newer one. */
    @Test
    void isNotSetBackByWhoeverIsLate() {
        var supplier = SellingPartner.named(shop, "Late");
        var path = isOnItsWay(supplier, "WAY-8");
        var before = orders.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        assertThat(says(supplier, path, "1, 51", now.plusSeconds(60))).hasStatusOk();

        var answer = sightings.add(before, new Sighting(new Position(1, 53), now.plusSeconds(59), null));

        assertThat(answer).isInstanceOf(Ruling.Same.class);
        assertThat(shop.get("/api" + path)).bodyJson().isLenientlyEqualTo("""
            {"tracking": {"route": {"coordinates": [[1.0, 51.0], [1.0, 50.0]]}}}\
            """);
    }

    @Test
    void answersTheSameRequestAlikeWhateverCameBetween() {
        var supplier = SellingPartner.named(shop, "Twice");
        var path = isOnItsWay(supplier, "WAY-4");
        var body = position("1, 52", now.plusSeconds(10), "");
        var first = supplier.post(path + "/positions", body, "key-way-4");
        assertThat(first).hasStatusOk();
        assertThat(says(supplier, path, "1, 51", now.plusSeconds(20))).hasStatusOk();

        var again = supplier.post(path + "/positions", body, "key-way-4");

        assertThat(again).hasStatusOk().hasHeader("Idempotent-Replayed", "true");
        assertThat(shop.body(again)).isEqualTo(shop.body(first));
    }

    @Test
    void isForWhatIsOnItsWayOnly() {
        var supplier = SellingPartner.named(shop, "Ended");
        var hub = shop.openHub("Ended", 1, 50);
        var path = supplier.isSentAnOrder("WAY-5", hub, 4);
        assertProblem(says(supplier, path, "1, 51", now.plusSeconds(1)), 409, "nothing_on_its_way");
        ships(supplier, path, "WAY-5", 4, "ASN-1");
        assertThat(says(supplier, path, "1, 51", now.plusSeconds(1))).hasStatusOk();

        assertThat(shop.post("/api" + path + "/receipts", "{\"lines\": [{\"sku\": \"WAY-5\", \"quantity\": 4}]}"))
                .hasStatusOk();

        assertProblem(says(supplier, path, "1, 50", now.plusSeconds(2)), 409, "purchase_order_received");
        assertThat(shop.body(shop.get("/api" + path)).path("tracking").isObject())
                .isFalse();
    }

    @Test
    void followsEachPartOfAnOrder() {
        var supplier = SellingPartner.named(shop, "Parts");
        var path = isOnItsWay(supplier, "WAY-6");
        ships(supplier, path, "WAY-6", 2, "ASN-2");

        assertThat(says(supplier, path, "1, 52", now.plusSeconds(30), "ASN-1")).hasStatusOk();
        assertThat(says(supplier, path, "5, 50", now.plusSeconds(20), "ASN-2")).hasStatusOk();
        assertThat(says(supplier, path, "1, 51", now.plusSeconds(40), "ASN-1")).hasStatusOk();

        assertProblem(says(supplier, path, "1, 51", now.plusSeconds(50), "ASN-3"), 422, "unknown_notice");
        assertThat(shop.get("/api" + path)).bodyJson().isLenientlyEqualTo("""
            {"tracking": {"notice": "ASN-1", "route": {"coordinates": [[1.0, 52.0], [1.0, 51.0], [1.0, 50.0]]}},
             "otherParts": [{"notice": "ASN-2", "route": {"coordinates": [[5.0, 50.0], [1.0, 50.0]]}}]}\
            """);
    }

    @Test
    void isSecretToOtherSuppliers() {
        var supplier = SellingPartner.named(shop, "Secret");
        var other = SellingPartner.named(shop, "Curious");
        var path = isOnItsWay(supplier, "WAY-7");

        assertProblem(says(other, path, "1, 51", now.plusSeconds(1)), 404, "not_found");
        assertProblem(other.get(path), 404, "not_found");
        assertThat(shop.post("/api/partner" + path + "/positions", position("1, 51", now.plusSeconds(1), "")))
                .hasStatus(403);
        assertThat(shop.body(supplier.get(path)).path("tracking").isObject()).isFalse();
    }

    private String isOnItsWay(SellingPartner supplier, String sku) {
        var path = supplier.isSentAnOrder(sku, shop.openHub("Way " + sku, 1, 50), 4);
        ships(supplier, path, sku, 2, "ASN-1");
        return path;
    }

    private static void ships(SellingPartner supplier, String path, String sku, int quantity, String reference) {
        assertThat(supplier.post(path + "/ship", """
            {"lines": [{"sku": "%s", "quantity": %d}], "reference": "%s"}\
            """.formatted(sku, quantity, reference)))
                .hasStatusOk();
    }

    private static MvcTestResult says(SellingPartner supplier, String path, String place, Instant at) {
        return supplier.post(path + "/positions", position(place, at, ""));
    }

    private static MvcTestResult says(SellingPartner supplier, String path, String place, Instant at, String notice) {
        return supplier.post(path + "/positions", position(place, at, ", \"notice\": \"" + notice + "\""));
    }

    private static String position(String place, Instant at, String notice) {
        return """
            {"position": {"type": "Point", "coordinates": [%s]}, "at": "%s"%s}\
            """.formatted(place, at, notice);
    }
}
