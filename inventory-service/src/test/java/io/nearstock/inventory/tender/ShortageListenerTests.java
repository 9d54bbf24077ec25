package io.nearstock.inventory.tender;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Bid;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.tender.ShortageListener.Scarce;
import io.nearstock.testkit.TestEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where there is a forecast, ten are left and three go each day: they are missed in three days. */
@InventoryTest
class ShortageListenerTests {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    private final Shop shop;
    private final ShortageListener listener;
    private final SourcingRequests requests;
    private final DemandForecasts forecasts;
    private final TestEvents events;
    private final LocalDate today;

    ShortageListenerTests(
            Shop shop,
            ShortageListener listener,
            SourcingRequests requests,
            DemandForecasts forecasts,
            TestEvents events,
            PlanningSettings settings,
            Clock clock) {
        this.shop = shop;
        this.listener = listener;
        this.requests = requests;
        this.forecasts = forecasts;
        this.events = events;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void looksOnceForAFasterSupplierThanThoseThatAreTooLate() {
        var hub = expects("LATE");
        offers("LATE", 4);
        offers("LATE", 9);

        listener.on(low("LATE", hub));
        listener.on(low("LATE", hub));

        assertThat(shop.sourcingRequests("LATE")).hasSize(1).allSatisfy(request -> {
            assertThat(request.path("neededBy").asString())
                    .isEqualTo(today.plusDays(3).toString());
            assertThat(request.path("quantity").asInt()).isEqualTo(14);
        });
    }

    @Test
    void looksForNobodyWhereOneIsInTime() {
        var hub = expects("TIMELY");
        offers("TIMELY", 9);
        offers("TIMELY", 3);

        listener.on(low("TIMELY", hub));

        assertThat(shop.sourcingRequests("TIMELY")).isEmpty();
    }

    /** Three days, of which tomorrow is none. */
    @Test
    void looksFurtherWhereWhoeverWouldBeInTimeDoesNotWork() {
        var hub = expects("CLOSED");
        offers("CLOSED", 3, ", \"calendar\": {\"closedOn\": [\"%s\"]}".formatted(today.plusDays(1)));

        listener.on(low("CLOSED", hub));

        assertThat(shop.sourcingRequests("CLOSED")).hasSize(1);
    }

    @Test
    void looksForNobodyWhereEnoughIsOnOrder() {
        var hub = expects("ORDERED");
        var slow = offers("ORDERED", 9);
        var ordered = """
            {"supplierId": "%s", "hubId": "%s", "lines": [{"sku": "ORDERED", "quantity": 30}]}\
            """.formatted(slow, hub);
        assertThat(shop.post("/api/purchase-orders", ordered)).hasStatus(201);

        listener.on(low("ORDERED", hub));

        assertThat(shop.sourcingRequests("ORDERED")).isEmpty();
    }

    /** Of twenty units, low at five, all go at once. */
    @Test
    void looksForWhatIsGoneWithoutEverBeingLow() {
        var hub = shop.openHub("Gone", 3, 53);
        shop.receive(hub, "GONE", 20);
        assertThat(shop.post("/api/stock/reorder-points", """
            {"hubId": "%s", "sku": "GONE", "reorderPoint": 5}\
            """.formatted(hub))).hasStatusOk();
        events.await("stock.replenished", StockRow.id("GONE", hub));

        assertThat(shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": [{"sku": "GONE", "quantity": 20}], "soldAt": "2026-11-01T09:00:00Z"}\
            """.formatted(hub))).hasStatus(201);

        shop.eventually(
                () -> shop.sourcingRequests("GONE"),
                found -> assertThat(found).hasSize(1).allSatisfy(request -> {
                    assertThat(request.path("cause").asString()).isEqualTo("stock.out");
                    assertThat(request.path("quantity").asInt()).isEqualTo(10);
                }));
    }

    @Test
    void looksOnceForEachTimeItRanOutHoweverOftenItIsTold() {
        listener.on(news("AGAIN", "hub_1", "stock.low", 1));
        listener.on(news("AGAIN", "hub_1", "stock.out", 2));
        assertThat(shop.sourcingRequests("AGAIN")).hasSize(1);
        award("AGAIN");

        listener.on(news("AGAIN", "hub_1", "stock.low", 1));
        assertThat(shop.sourcingRequests("AGAIN")).hasSize(1);

        listener.on(news("AGAIN", "hub_1", "stock.out", 5));
        assertThat(shop.sourcingRequests("AGAIN")).hasSize(2);
    }

    @Test
    void looksForNoMoreThanCanBeAskedFor() {
        var scarce = new Scarce("MANY", "hub_1", -1_500_000_000, 1_500_000_000);
        var request = SourcingRequest.opened("srq_1", "MANY", "hub_1", Integer.MAX_VALUE, null, "staff", AT);

        assertThat(scarce.missing()).isEqualTo(1_000_000);
        assertThat(request.quantity()).isEqualTo(1_000_000);
    }

    @Test
    void looksForNothingThatIsThereAgain() {
        var hub = shop.openHub("There again", 3, 53);
        shop.receive(hub, "THERE", 20);
        events.await("stock.replenished", StockRow.id("THERE", hub));

        listener.on(news("THERE", hub, "stock.out", 1));

        assertThat(shop.sourcingRequests("THERE")).isEmpty();
    }

    private void award(String sku) {
        var id = shop.sourcingRequests(sku).getFirst().path("id").asString();
        var request = requests.find(id).orElseThrow();
        var bid = new Bid("bid_1", "sup_1", new Money(250, "GBP"), 1, 1, 3, request.at());
        assertThat(requests.replace(request.awardedTo(bid, "po_1"))).isTrue();
    }

    private static Event low(String sku, String hub) {
        return news(sku, hub, "stock.low", 1);
    }

    private static Event news(String sku, String hub, String type, long sequence) {
        var payload =
                "{\"sku\": \"%s\", \"hubId\": \"%s\", \"available\": 10, \"reorderPoint\": 12}".formatted(sku, hub);
        var row = StockRow.id(sku, hub);
        return new Event(row + "." + sequence, type, row, sequence, AT, payload);
    }

    private String expects(String sku) {
        var hub = shop.openHub("Low " + sku, 3, 53);
        var days = IntStream.range(0, 35)
                .mapToObj(day -> new ForecastDay(today.plusDays(day), 3, 0, 3.0, 6))
                .toList();
        forecasts.replace(List.of(
                new DemandForecast(StockRow.id(sku, hub), today, days, "mean-28 100 %", 0.7, 0.9, 2, null, null)));
        return hub;
    }

    private String offers(String sku, int leadTimeDays) {
        return offers(sku, leadTimeDays, "");
    }

    private String offers(String sku, int leadTimeDays, String calendar) {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Potter\"" + calendar + "}"))
                .path("id")
                .asString();
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": {"amount": 250, "currency": "GBP"}, "leadTimeDays": %d}]}\
            """.formatted(sku, leadTimeDays)))
                .hasStatusOk();
        return supplier;
    }
}
