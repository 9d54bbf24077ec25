package io.nearstock.catalog.intake;

import static io.nearstock.catalog.intake.Importing.NDJSON;
import static io.nearstock.catalog.intake.Importing.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductFixtures;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.intake.ImportJob.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class PriceImportIT {

    private final MockMvcTester http;
    private final Products products;
    private final ImportJobs jobs;
    private final RunImports imports;
    private final Clock clock;
    private final Importing staff;

    PriceImportIT(
            MockMvcTester http, Products products, ImportJobs jobs, RunImports imports, Clock clock, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.jobs = jobs;
        this.imports = imports;
        this.clock = clock;
        this.staff = new Importing(http, json, "/api/products/prices/import");
    }

    @Test
    void changesPricesNowAndPlansOthersAndTheSecondTimeNothing() {
        sell("PI1", "PI2", "PI3");
        var rows = """
            sku,price,effectiveFrom
            PI1,2.50,
            PI2,3,2100-01-01
            PI3,1,
            """;

        var first = staff.imported("text/csv", "reject_failed_rows", rows);
        var second = staff.imported("text/csv", "reject_failed_rows", rows);

        assertThat(first.toString())
                .contains("\"status\":\"succeeded\"", "\"created\":1", "\"changed\":1", "\"unchanged\":1");
        assertThat(second.toString()).contains("\"created\":0", "\"changed\":0", "\"unchanged\":3");
        assertThat(product("PI1").details().price().amount()).isEqualTo(250);
        assertThat(product("PI1").version()).isEqualTo(2);
        assertThat(requireNonNull(product("PI1").change()).jobId())
                .isEqualTo(first.path("id").asString());
        assertThat(product("PI2").version()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsWrongByRowAndField() {
        sell("PE1");

        var job = staff.imported(NDJSON, "ignore_failed", """
            {"sku": "PE1", "price": {"amount": 5, "currency": "GBP"}}
            {"sku": "PE1", "price": {"amount": 6, "currency": "GBP"}}
            {"sku": "PE1", "price": {"amount": 6, "currency": "GBP"}, "effectiveFrom": "2100-02-30"}
            {"sku": "PE1", "price": {"amount": 6, "currency": "EUR"}, "effectiveFrom": "2100-02-03"}
            {"sku": "PE1", "price": {"amount": 0, "currency": "GBP"}, "effectiveFrom": "2100-02-03T00:00:00+01:00"}
            {"sku": "PE_NONE", "price": {"amount": 6, "currency": "GBP"}}
            {"sku": "PE1", "price": {"amount": 6, "currency": "GBP"}, "name": "New"}
            {"price": {"amount": 6, "currency": "GBP"}}
            {"sku": "PE1"}
            6
            {"sku": "PE1", "price": {"amount": 6, "currency": "GBP"}, "effectiveFrom": "+999999999-12-31"}
            """);

        assertThat(job.path("failed").asInt()).isEqualTo(10);
        assertThat(staff.errors(job))
                .containsExactly(
                        "2 sku duplicate_sku",
                        "3 effectiveFrom malformed",
                        "4 price.currency wrong_currency",
                        "5 price.amount not_positive",
                        "6 sku unknown_sku",
                        "7 name unknown_field",
                        "8 sku required",
                        "9 price required",
                        "10  malformed_row",
                        "11 effectiveFrom malformed");
        assertThat(product("PE1").details().price().amount()).isEqualTo(5);
    }

    @Test
    void changesNothingWhereARowIsBadAndEverythingIsToBeRejected() {
        sell("PR1");

        var job = staff.imported("text/csv", "reject_everything", "sku,price\nPR1,5\nPR1,x\n");

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(product("PR1").version()).isEqualTo(1);
    }

    @Test
    void goesOnWhereACrashedInstanceStopped() throws IOException {
        sell("PC1", "PC2");
        var now = clock.instant();
        var job = ImportJob.uploading(
                "job_prices", "acc_staff", RowKind.PRICES, Format.CSV, "UTF-8", Policy.REJECT_FAILED_ROWS, now, now);
        var body = new ByteArrayInputStream("sku,price\nPC1,5\nPC2,5\n".getBytes(UTF_8));
        jobs.add(job.after(1, new ImportJob.Tally(1, 0, 0, 1, 0), now.plusSeconds(60)), body, 1_000);

        imports.runWaiting();
        await().atMost(PATIENCE).until(() -> jobs.of("job_prices").status() == Status.SUCCEEDED);

        assertThat(jobs.of("job_prices").changed()).isEqualTo(2);
        assertThat(product("PC1").version()).isEqualTo(1);
        assertThat(product("PC2").details().price().amount()).isEqualTo(500);
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThat(staff.post("text/plain", "ignore_failed", "x")).hasStatus(415);
        assertThat(staff.post(NDJSON, "whatever", "x")).hasStatus(400);
        assertThat(http.post()
                        .uri("/api/products/prices/import")
                        .contentType(NDJSON)
                        .content("{}")
                        .exchange())
                .hasStatus(401);
    }

    private void sell(String... skus) {
        for (var sku : skus) {
            products.add(ProductFixtures.offered("prd_" + sku, sku, "Thing " + sku, "prices", 100));
        }
    }

    private Product product(String sku) {
        return products.ofSkus(List.of(sku)).getFirst();
    }
}
