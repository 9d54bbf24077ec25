package io.nearstock.inventory.posting;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import org.junit.jupiter.api.Test;

@InventoryTest
class ReturnControllerTests {

    private final Shop shop;

    ReturnControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void putsUnitsWhereTheInspectionSaysOnce() {
        var hub = shop.openHub("Returned", 2, 51);
        var request = """
            {"hubId": "%s", "returnId": "ret_1", "reason": "too small", "lines": [
             {"sku": "BOOTS", "quantity": 2, "condition": "available"},
             {"sku": "BOOTS", "quantity": 1, "condition": "available"},
             {"sku": "BOOTS", "quantity": 4, "condition": "quarantined"},
             {"sku": "BOOTS", "quantity": 5, "condition": "damaged"}]}\
            """.formatted(hub);

        assertThat(shop.post("/api/stock/returns", request, "key-boots")).hasStatus(201);
        assertThat(shop.post("/api/stock/returns", request, "key-boots")).hasStatus(201);

        var boots = shop.stock("BOOTS");
        assertThat(boots.path("onHand").asInt()).isEqualTo(12);
        assertThat(boots.path("available").asInt()).isEqualTo(3);
        assertThat(boots.path("quarantined").asInt()).isEqualTo(4);
        assertThat(boots.path("damaged").asInt()).isEqualTo(5);
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/BOOTS/movements")).path("items"),
                movements -> assertThat(movements)
                        .extracting(movement -> movement.path("kind").asString() + " of "
                                + movement.at("/cause/id").asString())
                        .containsExactlyInAnyOrder(
                                "return of ret_1", "quarantined_return of ret_1", "damaged_return of ret_1"));
    }

    @Test
    void wantsToKnowTheCondition() {
        var hub = shop.openHub("Unclear", 2, 51);

        assertProblem(shop.post("/api/stock/returns", """
            {"hubId": "%s", "returnId": "ret_2", "lines": [{"sku": "HAT", "quantity": 1, "condition": "fine"}]}\
            """.formatted(hub)), 422, "invalid_request");
        assertThat(shop.get("/api/stock/HAT")).hasStatus(404);
    }

    @Test
    void refusesALotThatNeverCameAndAReasonThatIsNone() {
        var hub = shop.openHub("Unheard", 2, 51);
        var request = """
            {"hubId": "%s", "returnId": "ret_3", "lines": [
             {"sku": "SCARF", "quantity": 1, "condition": "damaged", %s}]}\
            """;

        assertProblem(
                shop.post("/api/stock/returns", request.formatted(hub, "\"lot\": \"L-NONE\"")), 422, "unknown_lot");
        assertProblem(
                shop.post("/api/stock/returns", request.formatted(hub, "\"reason\": \"ugly\"")),
                422,
                "invalid_request");
        assertThat(shop.get("/api/stock/SCARF")).hasStatus(404);
    }
}
