package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.replenishment.Needs.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@InventoryTest
class ProposalControllerIT {

    private static final String PATH = "/api/replenishment-proposals";

    private final Shop shop;
    private final Stock stock;
    private final DemandForecasts forecasts;
    private final Propose propose;
    private final PlanningSettings settings;
    private final Clock clock;

    ProposalControllerIT(
            Shop shop,
            Stock stock,
            DemandForecasts forecasts,
            Propose propose,
            PlanningSettings settings,
            Clock clock) {
        this.shop = shop;
        this.stock = stock;
        this.forecasts = forecasts;
        this.propose = propose;
        this.settings = settings;
        this.clock = clock;
    }

    @Test
    void keepsOneOpenProposalHoweverManyComputeIt() {
        var hub = sells("ONCE", 5);
        offers("ONCE");
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> everybody.execute(() -> propose("ONCE")));
        }

        assertThat(list(hub)).hasSize(1);
        assertThat(first(hub).path("status").asString()).isEqualTo("proposed");
        assertThat(first(hub).path("quantity").asInt() % 6).isZero();

        shop.receive(hub, "ONCE", 5);
        propose("ONCE");
        assertThat(list(hub)).hasSize(1);
        assertThat(first(hub).path("position").asInt()).isEqualTo(10);

        shop.receive(hub, "ONCE", 500);
        propose("ONCE");
        assertThat(first(hub).path("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void approvesOnceIntoTheDraftOfAnOrder() {
        var hub = sells("BUY", 5);
        var supplier = offers("BUY");
        propose("BUY");
        var proposal = first(hub);

        var first = shop.post(path(proposal, "/approve"), "", "key-buy");
        var again = shop.post(path(proposal, "/approve"), "", "key-buy");

        assertThat(first).hasStatusOk();
        assertThat(shop.body(again)).isEqualTo(shop.body(first));
        assertThat(shop.body(first).path("decidedBy").asString()).isEqualTo("acc_staff");
        assertProblem(shop.post(path(proposal, "/approve"), ""), 409, "already_decided");
        var order = shop.body(first).path("purchaseOrderId").asString();
        assertThat(shop.get("/api/purchase-orders/" + order)).bodyJson().isLenientlyEqualTo("""
            {"supplierId": "%s", "hubId": "%s", "status": "draft", "lines": [{"sku": "BUY", "quantity": %d,
             "unitCost": {"amount": 250, "currency": "GBP"}}]}\
            """.formatted(
                        supplier, hub, proposal.path("quantity").asInt()));

        propose("BUY");
        assertThat(list(hub)).hasSize(1);
    }

    @Test
    void joinsWhatOneSupplierSellsForAHub() {
        var hub = sells("CUP", 5);
        stocks(hub, "SAUCER", 5);
        var supplier = offers("CUP", "SAUCER");
        propose("CUP");
        propose("SAUCER");

        var orders = shop.body(shop.get(PATH + "?status=proposed&supplierId=" + supplier))
                .path("items")
                .valueStream()
                .map(proposal -> shop.body(shop.post(path(proposal, "/approve"), "")))
                .map(approved -> approved.path("purchaseOrderId").asString())
                .toList();

        assertThat(orders).hasSize(2).allMatch(orders.getFirst()::equals);
        assertThat(shop.body(shop.get("/api/purchase-orders/" + orders.getFirst()))
                        .path("lines"))
                .hasSize(2);
        assertThat(shop.post("/api/purchase-orders/" + orders.getFirst() + "/approve", ""))
                .hasStatusOk();
        assertThat(shop.post("/api/purchase-orders/" + orders.getFirst() + "/send", ""))
                .hasStatusOk();
        propose("CUP");
        assertThat(list(hub)).hasSize(2);
    }

    @Test
    void movesWhatANearHubHasToSpare() {
        var near = shop.openHub("Spare", 3.1, 53);
        shop.receive(near, "SPARE", 900);
        var hub = sells("SPARE", 5);
        offers("SPARE");
        propose("SPARE");
        var proposal = first(hub);

        assertThat(proposal.path("kind").asString()).isEqualTo("transfer");
        assertThat(proposal.at("/donor/hubId").asString()).isEqualTo(near);
        var approved = shop.body(shop.post(path(proposal, "/approve"), ""));

        assertThat(shop.get(
                        "/api/stock/transfers/" + approved.path("transferId").asString()))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("dispatched");
        propose("SPARE");
        assertThat(list(hub)).hasSize(1);
    }

    @Test
    void isForTheQuantityThatSomebodyChose() {
        var hub = sells("CHOSEN", 5);
        offers("CHOSEN");
        propose("CHOSEN");
        var proposal = first(hub);

        assertProblem(change(proposal, "\"1\"", 31), 422, "not_sold_so");
        assertProblem(change(proposal, "\"7\"", 30), 412, "stale_version");
        assertThat(change(proposal, "\"1\"", 600)).hasStatusOk();
        shop.receive(hub, "CHOSEN", 1);
        propose("CHOSEN");
        var approved = shop.body(shop.post(path(proposal, "/approve"), ""));

        assertThat(approved.path("quantity").asInt()).isEqualTo(600);
        assertThat(approved.path("position").asInt()).isEqualTo(6);
        assertThat(shop.body(shop.get("/api/purchase-orders/"
                                + approved.path("purchaseOrderId").asString()))
                        .at("/lines/0/quantity")
                        .asInt())
                .isEqualTo(600);
    }

    @Test
    void dismissesWithAReasonAndLeavesItAloneForAWhile() {
        var hub = sells("LEAVE", 5);
        offers("LEAVE");
        propose("LEAVE");
        var dismiss = path(first(hub), "/dismiss");

        assertProblem(shop.post(dismiss, "{\"reason\": \" \"}"), 422, "invalid_request");
        assertThat(shop.post(dismiss, "{\"reason\": \"the season is over\"}")).hasStatusOk();
        propose("LEAVE");

        assertThat(list(hub)).hasSize(1);
        assertThat(first(hub).path("status").asString()).isEqualTo("dismissed");
        assertThat(first(hub).path("reason").asString()).isEqualTo("the season is over");
    }

    @Test
    void looksForASupplierOfWhatNobodyOffers() {
        var hub = sells("ORPHAN", 5);
        propose("ORPHAN");

        assertThat(first(hub).path("problem").asString()).isEqualTo("no_offer");
        assertProblem(shop.post(path(first(hub), "/approve"), ""), 409, "no_offer");
        assertThat(shop.sourcingRequests("ORPHAN")).hasSize(1);
    }

    /** Six go each day and the offer takes five: what is there for four days is not enough, 30 are. */
    @Test
    void looksForASupplierOnceWhereThoseThereAreBringItTooLate() {
        var late = sells("TOO-LATE", 29);
        sells("IN-TIME", 30);
        offers("TOO-LATE", "IN-TIME");
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(_ -> everybody.execute(() -> propose("TOO-LATE")));
        }
        propose("TOO-LATE");
        propose("IN-TIME");

        assertThat(first(late).path("status").asString()).isEqualTo("proposed");
        assertThat(shop.sourcingRequests("TOO-LATE"))
                .hasSize(1)
                .allSatisfy(request -> assertThat(request.path("neededBy").asString())
                        .isEqualTo(settings.dayOf(clock.instant()).plusDays(4).toString()));
        assertThat(shop.sourcingRequests("IN-TIME")).isEmpty();
    }

    @Test
    void buysNothingAtAPriceThatHasChanged() {
        var hub = sells("DEARER", 5);
        var supplier = offers("DEARER");
        propose("DEARER");
        offer(supplier, "DEARER", 990);

        assertProblem(shop.post(path(first(hub), "/approve"), ""), 409, "offer_changed");
        assertThat(first(hub).path("status").asString()).isEqualTo("proposed");
    }

    @Test
    void isForStaffOfTheInventory() {
        assertThat(shop.http().get().uri(PATH).header("Authorization", TestTokens.staff("orders")))
                .hasStatus(403);
        assertProblem(shop.get(PATH + "?status=eaten"), 400, "unknown_status");
        assertProblem(shop.get(PATH + "/prp_none"), 404, "not_found");
    }

    private String sells(String sku, int available) {
        var hub = shop.openHub("Replenished " + sku, 3, 53);
        stocks(hub, sku, available);
        return hub;
    }

    private void stocks(String hub, String sku, int available) {
        shop.receive(hub, sku, available);
        var today = settings.dayOf(clock.instant());
        forecasts.replace(List.of(daily(StockRow.id(sku, hub), today, 6, 3)));
    }

    private String offers(String... skus) {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Potter\"}"))
                .path("id")
                .asString();
        List.of(skus).forEach(sku -> offer(supplier, sku, 250));
        return supplier;
    }

    private void offer(String supplier, String sku, int cost) {
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": {"amount": %d, "currency": "GBP"}, "minimumQuantity": 12,
             "packSize": 6, "leadTimeDays": 5}]}\
            """.formatted(sku, cost)))
                .hasStatusOk();
    }

    private void propose(String sku) {
        propose.forRows(stock.of(List.of(sku)));
    }

    private MvcTestResult change(JsonNode proposal, String seen, int quantity) {
        return shop.http()
                .patch()
                .uri(path(proposal, ""))
                .header("Authorization", Shop.STAFF)
                .header("If-Match", seen)
                .contentType(APPLICATION_JSON)
                .content("{\"quantity\": %d}".formatted(quantity))
                .exchange();
    }

    private static String path(JsonNode proposal, String command) {
        return PATH + "/" + proposal.path("id").asString() + command;
    }

    private JsonNode first(String hub) {
        return list(hub).get(0);
    }

    private JsonNode list(String hub) {
        return shop.body(shop.get(PATH + "?hubId=" + hub)).path("items");
    }
}
