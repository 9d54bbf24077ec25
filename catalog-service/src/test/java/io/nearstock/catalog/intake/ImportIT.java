package io.nearstock.catalog.intake;

import static io.nearstock.catalog.intake.Importing.NDJSON;
import static io.nearstock.catalog.intake.Importing.PATIENCE;
import static io.nearstock.catalog.intake.Importing.row;
import static io.nearstock.catalog.intake.Importing.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.intake.ImportJob.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class ImportIT {

    private final MockMvcTester http;
    private final Products products;
    private final ImportJobs jobs;
    private final RunImports imports;
    private final Clock clock;
    private final Importing staff;

    ImportIT(MockMvcTester http, Products products, ImportJobs jobs, RunImports imports, Clock clock, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.jobs = jobs;
        this.imports = imports;
        this.clock = clock;
        this.staff = new Importing(http, json, "/api/products/import");
    }

    @Test
    void takesACatalogueAndChangesNothingTheSecondTime() {
        var rows = rows("NEW", 50);

        var first = staff.imported(NDJSON, "reject_failed_rows", rows);
        var second = staff.imported(NDJSON, "reject_failed_rows", rows);

        assertThat(first.toString()).contains("\"status\":\"succeeded\"", "\"processed\":50", "\"created\":50");
        assertThat(second.toString()).contains("\"created\":0", "\"changed\":0", "\"unchanged\":50", "\"total\":50");
        assertThat(products.ofSkus(List.of("NEW0", "NEW49")))
                .hasSize(2)
                .extracting(Product::version)
                .containsOnly(1L);
    }

    @Test
    void readsCsv() {
        var job = staff.imported("text/csv; charset=ISO-8859-1", "reject_failed_rows", """
            sku,name,category,price,description,attr.colour
            CSV1,"Café ""au lait"", large",food/coffee,3.50,"Two
            lines",brown
            CSV2,Tea,food,2,,
            CSV3,Dear,food,1.999,,
            CSV4,Short,food
            """);

        assertThat(job.path("failed").asInt()).isEqualTo(2);
        var coffee = products.ofSkus(List.of("CSV1")).getFirst().details();
        assertThat(coffee.price().amount()).isEqualTo(350);
        assertThat(coffee.name()).isEqualTo("Café \"au lait\", large");
        assertThat(coffee.attributes()).containsEntry("colour", "brown");
        assertThat(staff.errors(job)).containsExactly("3 price invalid_type", "4  malformed_row");
    }

    @Test
    void tellsWhatIsWrongByRowAndField() {
        var job = staff.imported(NDJSON, "ignore_failed", """
            {"sku": "D1", "name": "", "category": "c", "price": {"amount": 1, "currency": "GBP"}}
            {"sku": "D2", "name": "N", "category": "c", "price": {"amount": -5, "currency": "GBP"}}
            {"sku": "D3", "name": "N", "category": "c", "price": {"amount": 5, "currency": "EUR"}}
            {"sku": "D4", "name": "N", "category": "c", "price": {"amount": 5, "currency": "GBP"}, "colour": "red"}
            {"sku": "D5", "name": "N", "category": "c"}

            {"sku": "D7", "name": "N", "category": "c", "price": {"amount": 5, "currency": "GBP"}}
            {"sku": "D7", "name": "M", "category": "c", "price": {"amount": 5, "currency": "GBP"}}
            not json
            {"sku": "D10", "name": "N", "category": "c", "price": {"amount": 5, "currency": "GBP"}, "status": "draft"}
            """);

        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        assertThat(job.path("failed").asInt()).isEqualTo(8);
        assertThat(staff.errors(job))
                .containsExactly(
                        "1 name required",
                        "2 price.amount not_positive",
                        "3 price.currency wrong_currency",
                        "4 colour unknown_field",
                        "5 price required",
                        "8 sku duplicate_sku",
                        "9  malformed_row",
                        "10 status wrong_status");
        assertThat(products.ofSkus(List.of("D7")).getFirst().details().name()).isEqualTo("N");
    }

    @ParameterizedTest
    @CsvSource({
        "ignore_failed, true, succeeded, true",
        "reject_failed_rows, true, succeeded, true",
        "reject_everything, true, failed, false",
        "ignore_failed, false, succeeded, false",
        "reject_failed_rows, false, failed, false"
    })
    void followsThePolicy(String policy, boolean withGoodRows, String status, boolean stored) {
        var sku = "POLICY_" + policy + withGoodRows;
        var good = withGoodRows ? row(sku, "Good") + "\n" : "";

        var job = staff.imported(NDJSON, policy, good + "broken\n");

        assertThat(job.path("status").asString()).isEqualTo(status);
        assertThat(products.ofSkus(List.of(sku)).isEmpty()).isNotEqualTo(stored);
        assertThat(staff.errors(job)).hasSize(1);
    }

    @Test
    void appliesEverythingWhereEverythingIsGood() {
        var job = staff.imported(NDJSON, "reject_everything", rows("ALL", 20));

        assertThat(job.toString()).contains("\"status\":\"succeeded\"", "\"created\":20", "\"processed\":20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/csv             | name,price            | missing_column
        text/csv             | sku,name,category,price,colour | unknown_column: colour
        text/csv             | sku,name,category,price\\nA,"open,c,1 | csv_unreadable
        """)
    void saysWhyAFileCannotBeRead(String type, String body, String reason) {
        var job = staff.imported(type, "ignore_failed", body.replace("\\n", "\n"));

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("reason").asString()).startsWith(reason);
    }

    @Test
    void goesOnWhereACrashedInstanceStopped() throws IOException {
        var now = clock.instant();
        var job = ImportJob.uploading(
                "job_crash",
                "acc_staff",
                RowKind.PRODUCTS,
                Format.NDJSON,
                "UTF-8",
                Policy.REJECT_FAILED_ROWS,
                now,
                now);
        jobs.add(
                job.after(10, new ImportJob.Tally(10, 0, 10, 0, 0), now.plusSeconds(60)),
                upload(rows("CRASH", 15)),
                1_000_000);

        imports.runWaiting();
        await().atMost(PATIENCE).until(() -> jobs.of("job_crash").status() == Status.SUCCEEDED);

        var ended = jobs.of("job_crash");
        assertThat(ended.processed()).isEqualTo(15);
        assertThat(products.ofSkus(List.of("CRASH9", "CRASH10", "CRASH14")))
                .extracting(Product::sku)
                .containsExactlyInAnyOrder("CRASH10", "CRASH14");
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThat(staff.post("text/plain", "ignore_failed", "x")).hasStatus(415);
        assertThat(staff.post(NDJSON, "whatever", "x")).hasStatus(400);
        assertThat(http.get().uri("/api/jobs/job_1").exchange()).hasStatus(401);
        assertThat(staff.get("/api/jobs/job_none")).hasStatus(404);
        assertThat(staff.get("/api/jobs/job_none/errors")).hasStatus(404);
    }

    private static ByteArrayInputStream upload(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
