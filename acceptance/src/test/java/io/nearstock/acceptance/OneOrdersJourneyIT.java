package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Good;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From nothing to goods at the door, through every service; then an order that is taken back. */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OneOrdersJourneyIT {

    private static final Pattern TOKEN = Pattern.compile("token=([\\w.~%-]+)");
    private static final String NEAR_LONDON = "near=51.51,0.03&radiusKm=50";

    private final World world;
    private final Person shopper;
    private final Good lantern;
    private final Good candle;
    private String checkoutId = "";
    private String orderId = "";

    OneOrdersJourneyIT(World world) {
        this.world = world;
        this.shopper = world.newCustomer();
        this.lantern = world.newGood(2499, 20);
        this.candle = world.newGood(350, 20);
    }

    @Test
    @Order(1)
    void aShopperVerifiesTheEmailAndMaySignInByIt() {
        eventually(() -> assertThat(world.mails(shopper)).isNotEmpty());
        var matcher = TOKEN.matcher(world.mails(shopper).getFirst().path("text").asString());
        assertThat(matcher.find()).isTrue();

        var verified = world.everybody().post("/api/accounts/verify", Map.of("token", matcher.group(1)));

        assertThat(verified.status()).as(verified.raw()).isBetween(200, 204);
        world.signedIn(shopper.email(), shopper.password());
    }

    @Test
    @Order(2)
    void findsTheProductAndTheNearestHubThatHasIt() {
        eventually(() -> {
            var found = world.everybody()
                    .get("/api/products?q=" + lantern.sku() + "&inStock=true&" + NEAR_LONDON)
                    .is(200);
            assertThat(found.text("/items/0/sku")).isEqualTo(lantern.sku());
            assertThat(found.number("/items/0/nearest/available")).isEqualTo(20);
            assertThat(found.body().at("/items/0/nearest/distanceKm").asDouble())
                    .isBetween(0.1, 10.0);
        });
    }

    @Test
    @Order(3)
    void seesWhatIsAvailableNearby() {
        var availability = world.everybody()
                .get("/api/availability?skus=" + lantern.sku() + "&" + NEAR_LONDON)
                .is(200);

        assertThat(availability.raw()).contains("by the old crane").contains("\"available\":20");
    }

    @Test
    @Order(4)
    void putsGoodsInTheCartAndChecksOut() {
        shopper.api()
                .put("/api/cart/items/" + lantern.sku(), Map.of("quantity", 2))
                .is(200);
        shopper.api()
                .put("/api/cart/items/" + candle.sku(), Map.of("quantity", 3))
                .is(200);

        var checkout = shopper.api()
                .post("/api/checkouts", Map.of("address", Person.address()))
                .is(201);

        checkoutId = checkout.text("/id");
        assertThat(checkout.number("/total/amount")).isEqualTo(2 * 2499 + 3 * 350);
        assertThat(checkout.text("/delivery/promisedDate")).isNotEmpty();
        assertThat(checkout.text("/expiresAt")).isNotEmpty();
        assertThat(world.available(lantern.sku())).isEqualTo(18);
    }

    @Test
    @Order(5)
    void paysAndTheOrderIsConfirmed() {
        var body = Map.of("checkoutId", checkoutId, "payment", Person.card("tok_visa", "full"));

        var placed = shopper.api().post("/api/orders", body);
        var order = shopper.confirmed(placed);

        orderId = order.text("/id");
        assertThat(orderId).startsWith("ord_");
        assertThat(placed.header("Location")).endsWith("/api/orders/" + orderId);
        assertThat(order.text("/status")).isEqualTo("confirmed");
        assertThat(order.number("/payment/authorised/amount")).isEqualTo(6048);
        assertThat(order.number("/payment/captured/amount")).isEqualTo(1210);
        assertThat(world.kept(orderId)).isEqualTo(1210);
    }

    @Test
    @Order(6)
    void getsOneConfirmationMailInTextAndHtml() {
        eventually(() -> assertThat(world.mails(shopper, orderId)).hasSize(1));
        var mail = world.mails(shopper, orderId).getFirst();
        assertThat(mail.path("html").asString()).contains(lantern.sku());
        assertThat(mail.path("text").asString()).contains("60.48");
    }

    @Test
    @Order(7)
    void leavesTheHubWhenTheMoverDispatches() {
        shipmentIds()
                .forEach(shipment -> staff().post("/api/shipments/" + shipment + "/dispatch", Map.of())
                        .is(200));

        eventually(() -> assertThat(world.onHand(lantern.sku())).isEqualTo(18));
        assertThat(world.allocated(lantern.sku())).isZero();
        eventually(() -> assertThat(world.kept(orderId)).isEqualTo(6048));
    }

    @Test
    @Order(8)
    void completesWhenAllIsDelivered() {
        shipmentIds()
                .forEach(shipment -> staff().post(
                                "/api/shipments/" + shipment + "/deliver", Map.of("proof", "handed over"))
                        .is(200));

        eventually(() -> assertThat(shopper.order(orderId).text("/status")).isEqualTo("completed"));
        var order = shopper.order(orderId);
        assertThat(order.number("/payment/captured/amount")).isEqualTo(6048);
        assertThat(order.number("/payment/outstanding/amount")).isZero();
    }

    @Test
    @Order(9)
    void isInTheHistoryWithEverythingThatHappened() {
        var history = shopper.api().get("/api/orders").is(200);
        assertThat(history.text("/items/0/id")).isEqualTo(orderId);

        var events = shopper.api()
                .get("/api/orders/" + orderId + "/events")
                .is(200)
                .body()
                .path("items");
        assertThat(World.items(events).map(event -> event.path("type").asString()))
                .contains("order.placed", "order.confirmed", "order.completed");
    }

    @Test
    @Order(10)
    void teachesTheShopWhatIsBoughtTogether() {
        eventually(() -> {
            var together = world.everybody()
                    .get("/api/recommendations/bought-together/" + lantern.productId())
                    .is(200);
            assertThat(together.text("/items/0/product/id")).isEqualTo(candle.productId());
        });
    }

    @Test
    @Order(11)
    void isRefundedAndPutBackWhenItIsCancelledBeforeDispatch() {
        var other = shopper.buy(Map.of(candle.sku(), 4)).text("/id");
        assertThat(world.available(candle.sku())).isEqualTo(13);

        shopper.api().post("/api/orders/" + other + "/cancel", Map.of("reason", "changed my mind"));

        eventually(() -> assertThat(shopper.order(other).text("/status")).isEqualTo("cancelled"));
        eventually(() -> assertThat(world.available(candle.sku())).isEqualTo(17));
        assertThat(world.kept(other)).isZero();
        assertThat(shopper.order(other).number("/payment/refunded/amount")).isEqualTo(280);
        eventually(() -> assertThat(world.mails(shopper, other)).hasSize(2));
        assertThat(world.onHand(candle.sku())).isEqualTo(17);
    }

    @Test
    @Order(12)
    void leavesALedgerThatReplaysToTheBalances() {
        eventually(this::assertBalanced);
        assertThat(world.movements(lantern.sku()))
                .extracting(movement -> movement.path("kind").asString())
                .contains("receipt", "hold", "ship");
    }

    /** Told part by part. */
    private void assertBalanced() {
        var next = "";
        do {
            var part = staff().get("/api/stock/audit" + next).is(200).body();
            assertThat(part.path("differences")).isEmpty();
            next = "?cursor=" + part.path("nextCursor").asString("");
        } while (!next.endsWith("="));
    }

    private Api staff() {
        return world.staff();
    }

    private List<String> shipmentIds() {
        var shipments = shopper.order(orderId).is(200).body().path("shipments");
        return World.items(shipments)
                .map(shipment -> shipment.path("id").asString())
                .toList();
    }
}
