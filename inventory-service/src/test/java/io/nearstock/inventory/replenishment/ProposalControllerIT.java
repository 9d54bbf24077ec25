package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@InventoryTest
class ProposalControllerIT {

    private final Shop shop;
    private final Shelves shelves;

    ProposalControllerIT(
            Shop shop,
            Stock stock,
            DemandForecasts forecasts,
            Propose propose,
            PlanningSettings settings,
            Clock clock) {
        this.shelves = new Shelves(shop, stock, forecasts, propose, settings, clock);
        this.shop = shop;
    }

    @Test
    void approvesOnceIntoTheDraftOfAnOrder() {
        var hub = shelves.sells("BUY", 5);
        var supplier = shelves.offers("BUY");
        shelves.propose("BUY");
        var proposal = shelves.first(hub);

        var first = shop.post(Shelves.path(proposal, "/approve"), "", "key-buy");
        var again = shop.post(Shelves.path(proposal, "/approve"), "", "key-buy");

        assertThat(first).hasStatusOk();
        assertThat(shop.body(again)).isEqualTo(shop.body(first));
        assertThat(shop.body(first).path("decidedBy").asString()).isEqualTo("acc_staff");
        assertProblem(shop.post(Shelves.path(proposal, "/approve"), ""), 409, "already_decided");
        var order = shop.body(first).path("purchaseOrderId").asString();
        assertThat(shop.get("/api/purchase-orders/" + order)).bodyJson().isLenientlyEqualTo("""
            {"supplierId": "%s", "hubId": "%s", "status": "draft", "lines": [{"sku": "BUY", "quantity": %d,
             "unitCost": {"amount": 250, "currency": "GBP"}}]}\
            """.formatted(
                        supplier, hub, proposal.path("quantity").asInt()));

        shelves.propose("BUY");
        assertThat(shelves.list(hub)).hasSize(1);
    }

    @Test
    void joinsWhatOneSupplierSellsForAHub() {
        var hub = shelves.sells("CUP", 5);
        shelves.stocks(hub, "SAUCER", 5);
        var supplier = shelves.offers("CUP", "SAUCER");
        shelves.propose("CUP");
        shelves.propose("SAUCER");

        var orders = shop.body(shop.get(Shelves.PATH + "?status=proposed&supplierId=" + supplier))
                .path("items")
                .valueStream()
                .map(proposal -> shop.body(shop.post(Shelves.path(proposal, "/approve"), "")))
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
        shelves.propose("CUP");
        assertThat(shelves.list(hub)).hasSize(2);
    }

    @Test
    void movesWhatANearHubHasToSpare() {
        var near = shop.openHub("Spare", 3.1, 53);
        shop.receive(near, "SPARE", 900);
        var hub = shelves.sells("SPARE", 5);
        shelves.offers("SPARE");
        shelves.propose("SPARE");
        var proposal = shelves.first(hub);

        assertThat(proposal.path("kind").asString()).isEqualTo("transfer");
        assertThat(proposal.at("/donor/hubId").asString()).isEqualTo(near);
        var approved = shop.body(shop.post(Shelves.path(proposal, "/approve"), ""));

        assertThat(shop.get(
                        "/api/stock/transfers/" + approved.path("transferId").asString()))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("dispatched");
        shelves.propose("SPARE");
        assertThat(shelves.list(hub)).hasSize(1);
    }

    @Test
    void isForTheQuantityThatSomebodyChose() {
        var hub = shelves.sells("CHOSEN", 5);
        shelves.offers("CHOSEN");
        shelves.propose("CHOSEN");
        var proposal = shelves.first(hub);

        assertProblem(change(proposal, "\"1\"", 31), 422, "not_sold_so");
        assertProblem(change(proposal, "\"7\"", 30), 412, "stale_version");
        assertThat(change(proposal, "\"1\"", 600)).hasStatusOk();
        shop.receive(hub, "CHOSEN", 1);
        shelves.propose("CHOSEN");
        var approved = shop.body(shop.post(Shelves.path(proposal, "/approve"), ""));

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
        var hub = shelves.sells("LEAVE", 5);
        shelves.offers("LEAVE");
        shelves.propose("LEAVE");
        var dismiss = Shelves.path(shelves.first(hub), "/dismiss");

        assertProblem(shop.post(dismiss, "{\"reason\": \" \"}"), 422, "invalid_request");
        assertThat(shop.post(dismiss, "{\"reason\": \"the season is over\"}")).hasStatusOk();
        shelves.propose("LEAVE");

        assertThat(shelves.list(hub)).hasSize(1);
        assertThat(shelves.first(hub).path("status").asString()).isEqualTo("dismissed");
        assertThat(shelves.first(hub).path("reason").asString()).isEqualTo("the season is over");
    }

    @Test
    void buysNothingAtAPriceThatHasChanged() {
        var hub = shelves.sells("DEARER", 5);
        var supplier = shelves.offers("DEARER");
        shelves.propose("DEARER");
        shelves.offer(supplier, "DEARER", 990);

        assertProblem(shop.post(Shelves.path(shelves.first(hub), "/approve"), ""), 409, "offer_changed");
        assertThat(shelves.first(hub).path("status").asString()).isEqualTo("proposed");
    }

    @Test
    void isForStaffOfTheInventory() {
        assertThat(shop.http().get().uri(Shelves.PATH).header("Authorization", TestTokens.staff("orders")))
                .hasStatus(403);
        assertProblem(shop.get(Shelves.PATH + "?status=eaten"), 400, "unknown_status");
        assertProblem(shop.get(Shelves.PATH + "/prp_none"), 404, "not_found");
    }

    private MvcTestResult change(JsonNode proposal, String seen, int quantity) {
        return shop.http()
                .patch()
                .uri(Shelves.path(proposal, ""))
                .header("Authorization", Shop.STAFF)
                .header("If-Match", seen)
                .contentType(APPLICATION_JSON)
                .content("{\"quantity\": %d}".formatted(quantity))
                .exchange();
    }
}
