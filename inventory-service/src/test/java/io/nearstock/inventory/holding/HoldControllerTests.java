package io.nearstock.inventory.holding;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class HoldControllerTests {

    private final Shop shop;

    HoldControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void holdsStockOutOfTheReachOfOthers() {
        stock("HOLD-1", 3);

        var answer = shop.hold("hld_h1", "", line("HOLD-1", 2));

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("held");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.shipments[0].lines[0].quantity")
                .isEqualTo(2);
        assertThat(shop.stock("HOLD-1").path("available").asInt()).isEqualTo(1);
        assertThat(shop.stock("HOLD-1").path("allocated").asInt()).isEqualTo(2);
    }

    @Test
    void answersTheSameHoldTheSameAgain() {
        stock("HOLD-2", 3);

        var first = shop.hold("hld_h2", "", line("HOLD-2", 2));
        var again = shop.hold("hld_h2", "", line("HOLD-2", 2));

        assertThat(again).hasStatusOk();
        assertThat(shop.body(again)).isEqualTo(shop.body(first));
        assertThat(shop.stock("HOLD-2").path("available").asInt()).isEqualTo(1);
        assertProblem(shop.hold("hld_h2", "", line("HOLD-2", 1)), 409, "hold_reused");
    }

    @Test
    void refusesEveryLineThatIsShortTogether() {
        stock("HOLD-3", 5);

        var answer = shop.hold("hld_h3", "", line("HOLD-3", 3) + "," + line("HOLD-3", 3) + "," + line("HOLD-NONE", 1));

        assertProblem(answer, 409, "insufficient_stock");
        assertThat(answer).bodyJson().extractingPath("$.errors").asArray().hasSize(3);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
            {"errors": [
              {"pointer": "/lines/0", "code": "short", "sku": "HOLD-3", "requested": 6, "available": 5},
              {"pointer": "/lines/1", "code": "short", "sku": "HOLD-3", "requested": 6, "available": 5},
              {"pointer": "/lines/2", "code": "short", "sku": "HOLD-NONE", "requested": 1, "available": 0}]}\
            """);
        assertThat(shop.stock("HOLD-3").path("available").asInt()).isEqualTo(5);
    }

    @Test
    void refusesAgainWhatItRefusedOnce() {
        stock("HOLD-4", 1);
        shop.hold("hld_h4", "", line("HOLD-4", 2));
        stock("HOLD-4", 5);

        assertProblem(shop.hold("hld_h4", "", line("HOLD-4", 2)), 409, "insufficient_stock");
    }

    @Test
    void belongsToTheOrderThatClaimsIt() {
        stock("HOLD-5", 2);
        shop.hold("hld_h5", "", line("HOLD-5", 1));

        assertThat(claim("hld_h5", "ord_1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("claimed");
        assertThat(claim("hld_h5", "ord_1")).hasStatusOk();
        assertProblem(claim("hld_h5", "ord_2"), 409, "hold_claimed");
        assertProblem(claim("hld_none", "ord_1"), 404, "not_found");
    }

    @Test
    void isClaimedInTheSameCallForAnOrder() {
        stock("HOLD-6", 2);

        assertThat(shop.hold("hld_h6", "ord_6", line("HOLD-6", 1)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("claimed");
        assertThat(shop.hold("hld_h6", "ord_6", line("HOLD-6", 1))).hasStatusOk();
        assertProblem(shop.hold("hld_h6", "ord_7", line("HOLD-6", 1)), 409, "hold_claimed");
    }

    @Test
    void givesItsStockBackOnce() {
        stock("HOLD-7", 2);
        shop.hold("hld_h7", "ord_7", line("HOLD-7", 1));

        assertThat(release("hld_h7"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("released");
        assertThat(release("hld_h7")).hasStatusOk();
        assertThat(shop.stock("HOLD-7").path("available").asInt()).isEqualTo(2);
        assertProblem(claim("hld_h7", "ord_7"), 409, "hold_expired");
    }

    @Test
    void cannotBeTakenAfterItWasReleasedUnseen() {
        stock("HOLD-8", 2);

        assertThat(release("hld_h8")).hasStatusOk();
        assertProblem(shop.hold("hld_h8", "", line("HOLD-8", 1)), 409, "hold_released");
        assertThat(shop.stock("HOLD-8").path("available").asInt()).isEqualTo(2);
    }

    @Test
    void showsStaffWhatItHolds() {
        stock("HOLD-9", 2);
        shop.hold("hld_h9", "ord_9", line("HOLD-9", 2));

        var seen = shop.holdSeenByStaff("hld_h9");

        assertThat(seen.path("orderId").asString()).isEqualTo("ord_9");
        assertThat(seen.at("/left/0/quantity").asInt()).isEqualTo(2);
        assertProblem(shop.get("/api/holds/hld_none"), 404, "not_found");
    }

    @Test
    void speaksAsTheContractSays() {
        var hub = stock("KETTLE-17", 2);
        shop.receive(hub, "TEA-50", 1);
        var path = "/internal/holds/hld_contract";

        var held = shop.putInternal(path, Contracts.call("hold.request"));
        var refused = shop.putInternal("/internal/holds/hld_contract_2", Contracts.call("hold.request"));

        assertThat(held).hasStatus(201);
        assertThat(names(held)).isEqualTo(names(Contracts.call("hold.response")));
        assertProblem(refused, 409, "insufficient_stock");
        var example = shop.json(Contracts.call("hold.refusal"));
        assertThat(shop.body(refused).propertyNames()).containsAll(example.propertyNames());
        assertThat(shop.body(refused).at("/errors/1")).isEqualTo(example.at("/errors/0"));
    }

    @Test
    void isForOtherServicesOnly() {
        var request = shop.http()
                .put()
                .uri("/internal/holds/hld_h10")
                .contentType(APPLICATION_JSON)
                .content(Contracts.call("hold.request"));

        assertThat(request.header("Authorization", Shop.STAFF)).hasStatus(403);
    }

    @Test
    void refusesWhatMeansNothing() {
        assertProblem(shop.hold("hld_h11", "", line("X", 0)), 422, "invalid_request");
        assertProblem(shop.hold("hld_h11", "", ""), 422, "invalid_request");
        assertProblem(shop.putInternal("/internal/holds/hld_h11", "{}"), 422, "invalid_request");
        assertProblem(claim("hld_h11", ""), 422, "invalid_request");
    }

    private String names(MvcTestResult answer) {
        return shop.shape(shop.body(answer));
    }

    private String names(String example) {
        return shop.shape(shop.json(example));
    }

    private String stock(String sku, int quantity) {
        var hub = shop.openHub("Hub of " + sku, 0.1, 51.5);
        shop.receive(hub, sku, quantity);
        return hub;
    }

    private MvcTestResult claim(String hold, String order) {
        return shop.postInternal("/internal/holds/" + hold + "/claim", """
            {"orderId": "%s"}\
            """.formatted(order));
    }

    private MvcTestResult release(String hold) {
        return shop.postInternal("/internal/holds/" + hold + "/release", """
            {"reason": "checkout_abandoned"}\
            """);
    }
}
