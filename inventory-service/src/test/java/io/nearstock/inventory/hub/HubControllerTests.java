package io.nearstock.inventory.hub;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class HubControllerTests {

    private static final String OSLO = """
        {"name": "Oslo", "landmark": "by the Opera", "position": {"type": "Point", "coordinates": [10.75, 59.91]}}\
        """;

    private final Shop shop;
    private final TestEvents events;

    HubControllerTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void opensAHubAndTellsOthers() {
        var opened = shop.post("/api/hubs", OSLO);

        assertThat(opened).hasStatus(201).hasHeader("ETag", "\"1\"").containsHeader("Location");
        var id = shop.body(opened).path("id").asString();
        assertThat(id).startsWith("hub_");
        assertThat(events.await("hub.changed", id).payload()).contains("by the Opera");
    }

    @Test
    void changesAHubOnlyForWhoHasSeenIt() {
        var id = shop.openHub("Bergen", 5.32, 60.39);

        assertThat(change(id, "\"1\"")).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertProblem(change(id, "\"1\""), 412, "stale_version");
        assertThat(events.await("stock.levels", event -> event.key().equals(id) && event.sequence() == 2)
                        .payload())
                .contains("by the Opera");
        assertThat(shop.http().get().uri("/api/hubs/" + id)).bodyJson().isLenientlyEqualTo(OSLO);
    }

    @Test
    void promisesByTheCalendarOfAHub() {
        var hub = """
            {"name": "Harstad", "position": {"type": "Point", "coordinates": [16.54, 68.8]}, "serviceRadiusKm": 50,
             "calendar": {"openDays": [%s], "closedOn": ["2099-01-01"], "cutOff": "16:30:00"}}\
            """;

        var opened = shop.post("/api/hubs", hub.formatted("\"monday\""));
        assertThat(opened).hasStatus(201).bodyJson().isLenientlyEqualTo(hub.formatted("\"monday\""));
        assertProblem(shop.post("/api/hubs", hub.formatted("\"someday\"")), 422, "invalid_request");

        shop.receive(shop.body(opened).path("id").asString(), "MONDAYS", 1);
        var seen = shop.body(shop.get("/api/availability?skus=MONDAYS&near=68.8,16.54"));
        var promised = LocalDate.parse(seen.at("/items/0/hubs/0/promisedDate").asString());
        assertThat(promised.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void needsToKnowWhichVersionIsChanged() {
        var id = shop.openHub("Bodø", 14.4, 67.28);

        var answer = shop.http()
                .put()
                .uri("/api/hubs/" + id)
                .header("Authorization", Shop.STAFF)
                .contentType(APPLICATION_JSON)
                .content(OSLO)
                .exchange();

        assertProblem(answer, 428, "if_match_required");
    }

    @Test
    void listsTheNearestFirst() {
        var quito = shop.openHub("Quito", -78.5, -0.2);
        var cuenca = shop.openHub("Cuenca", -79.0, -2.9);
        var guayaquil = shop.openHub("Guayaquil", -79.9, -2.2);

        var near = shop.http().get().uri("/api/hubs?near=-2.9,-79.0&radiusKm=400");

        assertThat(near).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(cuenca, guayaquil, quito);
        assertThat(near).bodyJson().extractingPath("$.items[0].distanceKm").isEqualTo(0.0);
    }

    @Test
    void goesOnWhereAPageEnded() {
        shop.openHub("Perth", 115.86, -31.95);
        shop.openHub("Fremantle", 115.75, -32.05);

        var first = shop.http()
                .get()
                .uri("/api/hubs?near=-31.95,115.86&radiusKm=50&limit=1")
                .exchange();
        var cursor = shop.body(first).path("nextCursor").asString();
        var second = shop.http().get().uri("/api/hubs?near=-31.95,115.86&radiusKm=50&limit=1&cursor=" + cursor);

        assertThat(first).containsHeader("Link");
        assertThat(first).bodyJson().extractingPath("$.items[0].name").isEqualTo("Perth");
        assertThat(second).bodyJson().extractingPath("$.items[0].name").isEqualTo("Fremantle");
        assertThat(second).bodyJson().extractingPath("$.nextCursor").isNull();
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertProblem(shop.get("/api/hubs?near=91,0"), 400, "invalid_parameter");
        assertProblem(shop.get("/api/hubs?near=here"), 400, "invalid_parameter");
        assertProblem(shop.get("/api/hubs?radiusKm=5"), 400, "invalid_parameter");
        assertProblem(shop.post("/api/hubs", """
            {"name": "Nowhere", "position": {"type": "Point", "coordinates": [200, 0]}}\
            """), 422, "invalid_request");
        assertProblem(shop.post("/api/hubs", """
            {"name": "Nowhere", "position": {}}\
            """), 422, "invalid_request");
    }

    @Test
    void isOpenedByStaffOfTheInventoryOnly() {
        assertThat(open(TestTokens.staff("orders"))).hasStatus(403);
        assertThat(open(TestTokens.bearer("acc_1", "customer"))).hasStatus(403);
        assertThat(shop.http()
                        .post()
                        .uri("/api/hubs")
                        .contentType(APPLICATION_JSON)
                        .content(OSLO))
                .hasStatus(401);
    }

    @Test
    void isUnknownUntilItIsOpened() {
        assertProblem(shop.get("/api/hubs/hub_none"), 404, "not_found");
    }

    private MvcTestResult open(String token) {
        return shop.http()
                .post()
                .uri("/api/hubs")
                .header("Authorization", token)
                .contentType(APPLICATION_JSON)
                .content(OSLO)
                .exchange();
    }

    private MvcTestResult change(String id, String seen) {
        return shop.http()
                .put()
                .uri("/api/hubs/" + id)
                .header("Authorization", Shop.STAFF)
                .header("If-Match", seen)
                .contentType(APPLICATION_JSON)
                .content(OSLO)
                .exchange();
    }
}
