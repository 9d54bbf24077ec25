package io.nearstock.catalog.quality.watch;

import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Delivery;
import io.nearstock.catalog.Origin;
import io.nearstock.catalog.Products;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What comes back says as much of a product, or of a lot, as its reviews do. */
@CatalogTest
class ReturnsIT {

    private static final String STAFF = TestTokens.staff("catalog");

    private final MockMvcTester http;
    private final Products products;
    private final Watches watches;
    private final Deliveries deliveries;
    private final ReturnLines returns;
    private final UsualReturns usual;
    private final AlertAnnouncements announcements;
    private final EndAlerts endAlerts;
    private final TestEvents events;

    ReturnsIT(
            MockMvcTester http,
            Products products,
            Watches watches,
            Deliveries deliveries,
            ReturnLines returns,
            UsualReturns usual,
            AlertAnnouncements announcements,
            EndAlerts endAlerts,
            TestEvents events) {
        this.http = http;
        this.products = products;
        this.watches = watches;
        this.deliveries = deliveries;
        this.returns = returns;
        this.usual = usual;
        this.announcements = announcements;
        this.endAlerts = endAlerts;
        this.events = events;
    }

    @Test
    @Consumes("stock.returned")
    void aLotThatComesBackIsNamedOnce() {
        products.add(offered("prd_back", "BACK-1", "Kettle", "lots", 1000));
        IntStream.range(0, 40)
                .forEach(each -> deliveries.add(Delivery.of(
                        "ord_back_" + each,
                        "shp_1",
                        "acc_1",
                        List.of(new Delivery.Units("BACK-1", 2)),
                        Instant.now(),
                        Instant.now())));
        publish(
                "stock.lots_shipped",
                "BACK-1@hub_1",
                of("stock.lots_shipped", "back_0")
                        .replace("\"quantity\": 3", "\"quantity\": 30")
                        .replace("\"quantity\": 2", "\"quantity\": 30")
                        .replace("\"quantity\": 1", "\"quantity\": 0"));

        IntStream.rangeClosed(1, 4)
                .forEach(each -> publish(
                        "stock.returned",
                        "rtn_back_" + each,
                        of("stock.returned", "back_0").replace("rtn_1", "rtn_back_" + each)));
        publish(
                "stock.returned",
                "rtn_back_9",
                of("stock.returned", "back_0").replace("rtn_1", "rtn_back_9").replace("defective", "unwanted"));

        var told = events.await("quality.alert", "prd_back/sup_1/L-17/returns");
        assertThat(told.payload()).contains("\"signal\":\"returns\"", "\"lot\":\"L-17\",\"supplierId\":\"sup_1\"");
        assertThat(events.published("catalog.quality").stream()
                        .filter(event -> "prd_back/sup_1/L-17/returns".equals(event.key())))
                .hasSize(1);
        await().untilAsserted(
                        () -> assertThat(returns.units("BACK-1", Instant.EPOCH)).isEqualTo(10));
        assertThat(returns.faultyOf(new Subject("prd_back", "L-17", "sup_1"), "BACK-1"))
                .isEqualTo(8);
        assertThat(quality("prd_back")).bodyJson().isLenientlyEqualTo("{\"returnsRate\": 0.125}");
        closesItForGood("qal_prd_back/sup_1/L-17/returns");
    }

    private void closesItForGood(String alert) {
        var path = "/api/products/prd_back/quality/closings";
        var words = "{\"alertId\": \"%s\", \"because\": \"%s\", \"reason\": \"the carton was wet\"}";

        assertThat(post(path, words.formatted(alert, "boring"))).hasStatus(422);
        assertThat(post(path, words.formatted("qal_prd_none", "mistaken"))).hasStatus(404);
        for (var because : List.of("mistaken", "resolved")) {
            assertThat(post(path, words.formatted(alert, because)))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("""
                        {"status": "closed", "closedBecause": "mistaken", "closingReason": "the carton was wet"}\
                        """);
        }

        events.await("quality.alert_closed", "prd_back/sup_1/L-17/returns");
        assertThat(events.published("catalog.quality").stream()
                        .filter(event -> "prd_back/sup_1/L-17/returns".equals(event.key())))
                .hasSize(2)
                .noneMatch(event -> event.payload().contains("carton"));
        var seen = http.get()
                .uri("/api/products/prd_back/quality")
                .header("Authorization", TestTokens.supplier("sup_1"))
                .exchange();
        assertThat(seen).bodyText().contains("\"status\":\"closed\"").doesNotContain("carton");
    }

    @Test
    void anAlertAboutReturnsEndsOnceWhatCameLaterIsKept() {
        var offered = offered("prd_calm", "CALM-1", "Kettle", "calm", 1000);
        products.add(offered);
        var now = Instant.now();
        var raised = now.minus(Duration.ofDays(60));
        var watch = Watch.ofReturns(
                "prd_calm/returns/2026-08", Subject.product("prd_calm"), new Batch(60, 20), 0.05, raised);
        watches.addOnce(watch, announcements.raised(watch, offered.product()));

        deliver("CALM-1", 100, now.minus(Duration.ofDays(10)));
        endAlerts.look(now);
        assertThat(watches.withAlert("prd_calm", "qal_prd_calm/returns/2026-08")
                        .orElseThrow()
                        .isAlarmed())
                .isTrue();
        deliver("CALM-1", 100, raised.plus(Duration.ofDays(10)));
        endAlerts.look(now);
        endAlerts.look(now);

        var told = events.await("quality.alert_closed", "prd_calm/returns/2026-08");
        assertThat(told.payload()).contains("\"because\":\"calm\"", "\"signal\":\"returns\"");
        assertThat(quality("prd_calm"))
                .bodyJson()
                .extractingPath("$.alerts[*].closedBecause")
                .asArray()
                .containsExactly("calm");
    }

    @Test
    void aNewProductIsMeasuredByItsCategoryAndNoneByItself() {
        IntStream.rangeClosed(1, 2).forEach(each -> {
            products.add(offered("prd_usual_" + each, "USUAL-" + each, "Cup", "usual", 1000));
            deliver("USUAL-" + each, 100, Instant.now());
            returns.add(new ReturnLine(
                    "rtn_usual_" + each,
                    "USUAL-" + each,
                    20 * each,
                    Origin.UNKNOWN,
                    Instant.now(),
                    null,
                    true,
                    Instant.now()));
        });
        var fresh = offered("prd_usual_3", "USUAL-3", "Cup", "usual", 1000);
        products.add(fresh);

        assertThat(usual.elsewhere(fresh.product(), new Batch(0, 0))).isCloseTo(65 / 300.0, within(1e-9));
        assertThat(usual.elsewhere(products.of("prd_usual_2"), new Batch(100, 40)))
                .isCloseTo(25 / 200.0, within(1e-9));
        assertThat(usual.elsewhere(
                        offered("prd_alone", "ALONE", "Cup", "alone", 1).product(), new Batch(0, 0)))
                .isEqualTo(0.05);
    }

    private void deliver(String sku, int units, Instant at) {
        var order = "ord_" + sku + at.toEpochMilli();
        deliveries.add(Delivery.of(order, "shp_1", "acc_1", List.of(new Delivery.Units(sku, units)), at, at));
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", STAFF)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String of(String type, String order) {
        return Contracts.event(type)
                .replace("ord_1", "ord_" + order)
                .replace("KETTLE-17", "BACK-1")
                .replace("2026-11-10T10:00:00Z", Instant.now().toString());
    }

    private void publish(String type, String key, String event) {
        events.publish(type, key, 1, event);
        events.publish(type, key, 1, event);
    }

    private MvcTestResult quality(String product) {
        return http.get().uri("/api/products/" + product + "/quality").exchange();
    }
}
