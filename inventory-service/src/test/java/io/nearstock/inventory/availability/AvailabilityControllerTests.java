package io.nearstock.inventory.availability;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class AvailabilityControllerTests {

    private final Shop shop;

    AvailabilityControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void tellsAnybodyWhatIsNearAndWhenItCouldBeThere() {
        var reykjavik = shop.openHub("Reykjavik", -21.9, 64.1);
        var akureyri = shop.openHub("Akureyri", -18.1, 65.7);
        shop.receive(reykjavik, "ICE", 3);
        shop.receive(akureyri, "ICE", 4);
        shop.hold("hld_ice", "", line("ICE", 1));

        var answer = availability("skus=ICE,NONE&near=64.1,-21.9");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [
              {"sku": "ICE", "total": 6, "incoming": [], "hubs": [
                {"hubId": "%s", "name": "Reykjavik", "distanceKm": 0.0}, {"hubId": "%s", "name": "Akureyri"}]},
              {"sku": "NONE", "total": 0, "hubs": [], "incoming": []}]}\
            """.formatted(reykjavik, akureyri));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].hubs[0].promisedDate")
                .isNotNull();
    }

    @Test
    void keepsToTheRadius() {
        var hub = shop.openHub("Nuuk", -51.7, 64.2);
        shop.receive(hub, "SNOW", 3);

        assertThat(availability("skus=SNOW&near=64.2,-51.7&radiusKm=1"))
                .bodyJson()
                .extractingPath("$.items[0].total")
                .isEqualTo(3);
        assertThat(availability("skus=SNOW&near=60,-51.7&radiusKm=100"))
                .bodyJson()
                .extractingPath("$.items[0].total")
                .isEqualTo(0);
    }

    @Test
    void needsNoPlace() {
        var hub = shop.openHub("Sisimiut", -53.7, 66.9);
        shop.receive(hub, "FROST", 3);

        assertThat(availability("skus=FROST"))
                .bodyJson()
                .extractingPath("$.items[0].hubs[0].available")
                .isEqualTo(3);
    }

    @Test
    void plansWhatAnOrderWouldBeAndTakesNothing() {
        var hub = shop.openHub("Ilulissat", -51.1, 69.2);
        shop.receive(hub, "PLAN", 3);

        var plan = shop.http()
                .post()
                .uri("/api/sourcing-plans")
                .contentType("application/json")
                .content("""
                    {"lines": [{"sku": "PLAN", "quantity": 2}, {"sku": "PLAN", "quantity": 2}],
                     "destination": {"type": "Point", "coordinates": [-51.1, 69.2]}}\
                    """);

        assertThat(plan).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"shipments": [{"hubId": "%s", "distanceKm": 0.0, "lines": [{"sku": "PLAN", "quantity": 3}]}],
             "shortages": [{"sku": "PLAN", "requested": 4, "available": 3}]}\
            """.formatted(hub));
        assertThat(shop.stock("PLAN").path("available").asInt()).isEqualTo(3);
    }

    @Test
    void wantsToKnowOfWhat() {
        assertProblem(availability("near=1,1"), 400, "missing_parameter");
        assertProblem(availability("skus=,"), 400, "invalid_parameter");
    }

    private MvcTestResult availability(String query) {
        return shop.http().get().uri("/api/availability?" + query).exchange();
    }
}
