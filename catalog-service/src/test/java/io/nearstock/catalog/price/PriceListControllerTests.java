package io.nearstock.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class PriceListControllerTests {

    private final MockMvcTester http;
    private final PriceDesk desk;

    PriceListControllerTests(MockMvcTester http) {
        this.desk = new PriceDesk(http);
        this.http = http;
    }

    @Test
    void staysInItsCurrencyWhichThereIs() {
        var path = desk.open("francs", "\"startsAt\": \"2098-01-01T00:00:00Z\", \"currency\": \"CHF\"");
        var start = "\"startsAt\": \"2098-01-01T00:00:00Z\"";

        var other = replace(path, "\"1\"", PriceDesk.list("francs", start + ", \"currency\": \"EUR\""));
        assertThat(other).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("wrong_currency");
        assertThat(replace(path, "\"1\"", PriceDesk.list("francs", start))).hasStatusOk();
        assertThat(desk.get(path)).bodyJson().extractingPath("$.currency").isEqualTo("CHF");
        assertThat(desk.post("none", PriceDesk.list("none", start + ", \"currency\": \"ZZZ\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown_currency");
    }

    @Test
    void isChangedByWhoeverHasSeenItsLatestVersion() {
        var path = desk.open("changing", "\"startsAt\": \"2098-01-01T00:00:00Z\"");
        var body = PriceDesk.list(
                "changed", "\"startsAt\": \"2098-01-01T00:00:00Z\", \"endsAt\": \"2098-02-01T00:00:00Z\"");

        assertThat(replace(path, "\"1\"", body)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(replace(path, "\"1\"", body)).hasStatus(412);
        desk.put(path + "/prices", PriceDesk.prices("A", 1, 5, 2, 4));
        assertThat(desk.get(path + "/prices")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [{"sku": "A", "tiers": [{"from": 1, "amount": 5}, {"from": 2, "amount": 4}]}]}\
            """);
        assertThat(http.delete()
                        .uri(path + "/prices/A")
                        .header("Authorization", PriceDesk.STAFF)
                        .exchange())
                .hasStatus(204);
        assertThat(desk.get(path + "/prices")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
    }

    @Test
    void refusesWhatMeansNothingAndChangesNothing() {
        var path = desk.open("refusing", "\"startsAt\": \"2098-01-01T00:00:00Z\"");

        assertThat(desk.put(path + "/prices", PriceDesk.prices("A", 3, 5, 3, 4)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/prices/0/tiers");
        assertThat(desk.put(path + "/prices", PriceDesk.prices("A", 1, -5, 3, 4)))
                .hasStatus(422);
        assertThat(desk.put("/api/price-lists/prl_none/prices", PriceDesk.prices("A", 1, 5, 3, 4)))
                .hasStatus(404);
        assertThat(desk.get(path + "/prices")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
        var backwards = PriceDesk.list(
                "backwards", "\"startsAt\": \"2026-02-01T00:00:00Z\", \"endsAt\": \"2026-01-01T00:00:00Z\"");
        assertThat(desk.post("backwards", backwards))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("ends_before_start");
    }

    @Test
    void isForStaff() {
        var customer = http.get()
                .uri("/api/price-lists")
                .header("Authorization", TestTokens.bearer("acc_1", "customer"))
                .exchange();

        assertThat(customer).hasStatus(403);
    }

    private MvcTestResult replace(String path, String etag, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", PriceDesk.STAFF)
                .header("If-Match", etag)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
