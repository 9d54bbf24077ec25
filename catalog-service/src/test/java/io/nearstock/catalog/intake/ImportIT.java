package io.nearstock.catalog.intake;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.intake.ImportJob.Status;
import io.nearstock.testkit.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class ImportIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMvcTester http;
    private final Products products;
    private final ImportJobs jobs;
    private final RunImports imports;
    private final Clock clock;
    private final JsonMapper json;

    ImportIT(MockMvcTester http, Products products, ImportJobs jobs, RunImports imports, Clock clock, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.jobs = jobs;
        this.imports = imports;
        this.clock = clock;
        this.json = json;
    }

    @Test
    void takesACatalogueAndChangesNothingTheSecondTime() {
        var rows = rows("NEW", 50);

        var first = imported(NDJSON, "reject_failed_rows", rows);
        var second = imported(NDJSON, "reject_failed_rows", rows);

        assertThat(first.toString()).contains("\"status\":\"succeeded\"", "\"processed\":50", "\"created\":50");
        assertThat(second.toString()).contains("\"created\":0", "\"changed\":0", "\"unchanged\":50", "\"total\":50");
        assertThat(products.ofSkus(List.of("NEW0", "NEW49")))
                .hasSize(2)
                .extracting(Product::version)
                .containsOnly(1L);
    }

    @Test
    void readsCsv() {
        var job = imported("text/csv; charset=ISO-8859-1", "reject_failed_rows", """
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
        assertThat(errors(job)).containsExactly("3 price invalid_type", "4  malformed_row");
    }

    @Test
    void tellsWhatIsWrongByRowAndField() {
        var job = imported(NDJSON, "ignore_failed", """
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
        assertThat(errors(job))
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

        var job = imported(NDJSON, policy, good + "broken\n");

        assertThat(job.path("status").asString()).isEqualTo(status);
        assertThat(products.ofSkus(List.of(sku)).isEmpty()).isNotEqualTo(stored);
        assertThat(errors(job)).hasSize(1);
    }

    @Test
    void appliesEverythingWhereEverythingIsGood() {
        var job = imported(NDJSON, "reject_everything", rows("ALL", 20));

        assertThat(job.toString()).contains("\"status\":\"succeeded\"", "\"created\":20", "\"processed\":20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/csv             | name,price            | missing_column
        text/csv             | sku,name,category,price,colour | unknown_column: colour
        text/csv             | sku,name,category,price\\nA,"open,c,1 | csv_unreadable
        """)
    void saysWhyAFileCannotBeRead(String type, String body, String reason) {
        var job = imported(type, "ignore_failed", body.replace("\\n", "\n"));

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
        assertThat(post("text/plain", "ignore_failed", "x")).hasStatus(415);
        assertThat(post(NDJSON, "whatever", "x")).hasStatus(400);
        assertThat(http.get().uri("/api/jobs/job_1").exchange()).hasStatus(401);
        assertThat(get("/api/jobs/job_none")).hasStatus(404);
        assertThat(get("/api/jobs/job_none/errors")).hasStatus(404);
    }

    @Test
    void keepsWhatHoldsOfVariants() {
        var options = Map.of("size", "S");
        var old = shirt("VAR-OLD", "prd_VAR", Map.of("size", "M"));
        products.add(shirt("VAR", null, Map.of()));
        products.add(old);
        products.save((Progress) old.product().discontinue(by(clock.instant())));
        products.add(shirt("VAR-S", "prd_VAR", options));
        products.add(shirt("VAR-M", "prd_VAR", Map.of("size", "M")));

        var job = imported(NDJSON, "ignore_failed", """
            %s
            %s
            %s
            %s
            """.formatted(
                        row("VAR-S", "Small"),
                        row("VAR", "Shirt").replace("\"name\"", "\"options\": {\"size\": \"L\"}, \"name\""),
                        row("VAR-M", "Shirt").replace("\"name\"", "\"options\": {\"size\": \"s\"}, \"name\""),
                        row("VAR-OLD", "Shirt")));

        assertThat(errors(job))
                .containsExactly("2 options no_variant", "3 options combination_taken", "4 options combination_taken");
        var described = products.of("prd_VAR-S").details();
        assertThat(described.name()).isEqualTo("Small");
        assertThat(described.options()).isEqualTo(options);
    }

    private Progress shirt(String sku, @Nullable String variantOf, Map<String, String> options) {
        var details = offered("prd_" + sku, sku, "Shirt", "clothes", 100)
                .product()
                .details()
                .choosing(options);
        return Product.begin("prd_" + sku, sku, variantOf, details, ProductStatus.ACTIVE, by(clock.instant()));
    }

    private static ByteArrayInputStream upload(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    private static String rows(String sku, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(sku + number, "Thing " + number))
                .collect(joining("\n"));
    }

    private static String row(String sku, String name) {
        return """
            {"sku": "%s", "name": "%s", "category": "import", "price": {"amount": 100, "currency": "GBP"}}\
            """.formatted(sku, name);
    }

    private JsonNode imported(String type, String policy, String body) {
        var accepted = post(type, policy, body);
        assertThat(accepted).hasStatus(202);
        var location = requireNonNull(accepted.getResponse().getHeader("Location"));
        return await().atMost(PATIENCE)
                .until(
                        () -> json(get(location)),
                        job -> List.of("succeeded", "failed")
                                .contains(job.path("status").asString()));
    }

    private List<String> errors(JsonNode job) {
        return json(get(job.path("errorsUrl").asString()))
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("row").asInt() + " " + error.path("field").asString() + " "
                                + error.path("code").asString())
                .toList();
    }

    private MvcTestResult post(String type, String policy, String body) {
        return http.post()
                .uri("/api/products/import?policy=" + policy)
                .header("Authorization", TestTokens.staff("catalog"))
                .contentType(type)
                .content(body.getBytes(type.contains("8859") ? ISO_8859_1 : UTF_8))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    private JsonNode json(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
