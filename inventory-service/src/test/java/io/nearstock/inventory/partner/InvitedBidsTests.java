package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Who may bid, with what, and until when. */
@InventoryTest
class InvitedBidsTests {

    private static final String FOUR_POUNDS = "{\"amount\": 400, \"currency\": \"GBP\"}";

    private final Shop shop;
    private final SourcingRequests requests;
    private final Clock clock;
    private final LocalDate today;

    InvitedBidsTests(Shop shop, SourcingRequests requests, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.requests = requests;
        this.clock = clock;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void areNobodysWhoIsNotInvited() {
        var guest = SellingPartner.named(shop, "Guest");
        var stranger = SellingPartner.named(shop, "Stranger");
        var id = id(open("INV-1", ", \"supplierIds\": [\"%s\"]".formatted(guest.id())));
        var open = id(open("INV-2", ""));

        assertThat(guest.get("/sourcing-requests?limit=100")).bodyText().contains(id, open);
        assertThat(stranger.get("/sourcing-requests?limit=100"))
                .bodyText()
                .contains(open)
                .doesNotContain(id);
        assertProblem(stranger.bids(id, FOUR_POUNDS, 1), 404, "not_found");
        assertThat(guest.bids(id, FOUR_POUNDS, 1)).hasStatus(201);
        assertThat(stranger.bids(open, FOUR_POUNDS, 1)).hasStatus(201);
        assertThat(seen(id).at("/supplierIds/0").asString()).isEqualTo(guest.id());
        assertProblem(open("INV-3", ", \"supplierIds\": [\"sup_nobody\"]"), 422, "unknown_supplier");
    }

    @Test
    void areInTheRetailersCurrencyAndForWhatAnybodyPays() {
        var supplier = SellingPartner.named(shop, "Abroad");
        var id = id(open("INV-4", ""));

        assertThat(supplier.get("/sourcing-requests?limit=100")).bodyText().contains("\"currency\":\"GBP\"");
        assertProblem(supplier.bids(id, "{\"amount\": 99999999, \"currency\": \"JPY\"}", 1), 422, "wrong_currency");
        assertProblem(
                supplier.bids(id, "{\"amount\": 9223372036854775807, \"currency\": \"GBP\"}", 1),
                422,
                "invalid_request");
        assertProblem(
                supplier.offers("INV-4", "{\"amount\": 1000000001, \"currency\": \"GBP\"}"), 422, "invalid_request");
        assertProblem(supplier.offers("INV-4", "{\"amount\": 1, \"currency\": \"XXX\"}"), 422, "invalid_request");
        assertProblem(supplier.offers("INV-4", "{\"amount\": 1, \"currency\": \"XAU\"}"), 422, "invalid_request");
    }

    @Test
    void showWhatAnAwardWouldBuy() {
        var supplier = SellingPartner.named(shop, "Palettes");
        var id = id(open("INV-5", ""));
        supplier.bids(id, FOUR_POUNDS, 1_000_000);

        var bid = seen(id).at("/bids/0");

        assertThat(bid.path("quantity").asInt()).isEqualTo(1_000_000);
        assertThat(bid.at("/cost/amount").asLong()).isEqualTo(400_000_000);
        assertThat(bid.at("/costPerUnit/amount").asLong()).isEqualTo(8_000_000);
    }

    @Test
    void endWhenTheRequestIsWithdrawn() {
        var supplier = SellingPartner.named(shop, "Too late");
        var id = id(open("INV-6", ""));
        assertThat(supplier.bids(id, FOUR_POUNDS, 1)).hasStatus(201);
        var bid = seen(id).at("/bids/0/bid/id").asString();

        assertProblem(withdraw(id, ""), 422, "invalid_request");
        assertThat(withdraw(id, "found some")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "withdrawn", "reason": "found some"}\
            """);
        assertThat(withdraw(id, "again")).hasStatusOk().bodyText().contains("found some");

        assertProblem(supplier.bids(id, FOUR_POUNDS, 1), 409, "request_withdrawn");
        assertProblem(award(id, bid), 409, "request_closed");
        assertThat(supplier.get("/sourcing-requests?limit=100")).bodyText().doesNotContain(id);
        var next = id(open("INV-6", ""));
        supplier.bids(next, FOUR_POUNDS, 1);
        assertThat(award(next, seen(next).at("/bids/0/bid/id").asString())).hasStatusOk();
        assertProblem(withdraw(next, "too late"), 409, "request_closed");
    }

    /** Else replenishment would ask for it again within the hour. */
    @Test
    void areNotAskedForAgainUntilSomeTimeAfterAWithdrawal() {
        var id = id(open("INV-10", ""));
        var row = List.of(StockRow.id("INV-10", seen(id).path("hubId").asString()));
        withdraw(id, "discontinued");

        assertThat(requests.soughtFor(row, clock.instant().minusSeconds(60))).containsExactlyElementsOf(row);
        assertThat(requests.soughtFor(row, clock.instant().plusSeconds(60))).isEmpty();
    }

    @Test
    void areNotAwardedToASupplierThatIsSuspended() {
        var supplier = SellingPartner.named(shop, "Careless");
        var hub = shop.openHub("Suspended", 1, 1);
        var id = id(open("INV-7", ""));
        supplier.bids(id, FOUR_POUNDS, 1);
        supplier.offers("INV-8", FOUR_POUNDS);
        var order = "/api/purchase-orders/" + id(supplier.orders("INV-8", hub, 1));
        var draft = "/api/purchase-orders/" + id(supplier.orders("INV-8", hub, 1));
        shop.post(order + "/approve", "");
        assertThat(shop.http()
                        .post()
                        .uri("/api/suppliers/" + supplier.id() + "/suspend")
                        .header("Authorization", Shop.STAFF)
                        .header("If-Match", "\"1\"")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"broken mugs\"}"))
                .hasStatusOk();

        assertProblem(award(id, seen(id).at("/bids/0/bid/id").asString()), 409, "supplier_suspended");
        assertProblem(shop.post(order + "/send", ""), 409, "supplier_suspended");
        assertProblem(shop.post(draft + "/approve", ""), 409, "supplier_suspended");
        assertThat(seen(id).path("status").asString()).isEqualTo("open");
    }

    @Test
    void areForNothingThatWasNeededBefore() {
        assertProblem(open("INV-9", ", \"neededBy\": \"%s\"".formatted(today.minusDays(1))), 422, "needed_in_past");
        assertThat(open("INV-9", ", \"neededBy\": \"%s\"".formatted(today))).hasStatus(201);
    }

    private MvcTestResult open(String sku, String further) {
        return shop.post("/api/sourcing-requests", """
            {"sku": "%s", "hubId": "%s", "quantity": 50%s}\
            """.formatted(sku, shop.openHub("Wants " + sku, 1, 1), further));
    }

    private MvcTestResult withdraw(String id, String reason) {
        return shop.post("/api/sourcing-requests/" + id + "/withdraw", "{\"reason\": \"%s\"}".formatted(reason));
    }

    private MvcTestResult award(String id, String bid) {
        return shop.post("/api/sourcing-requests/" + id + "/award", "{\"bidId\": \"%s\"}".formatted(bid));
    }

    private JsonNode seen(String id) {
        return shop.body(shop.get("/api/sourcing-requests/" + id));
    }

    private String id(MvcTestResult answer) {
        return shop.body(answer).path("id").asString();
    }
}
