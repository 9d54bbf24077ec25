package io.nearstock.catalog.assortment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.PUT;

import com.jayway.jsonpath.JsonPath;
import io.nearstock.catalog.CatalogTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class VariantControllerTests {

    private final MockMvcTester http;
    private final Staff staff;

    VariantControllerTests(MockMvcTester http) {
        this.staff = new Staff(http);
        this.http = http;
    }

    @Test
    void takesOverWhatIsNotGiven() {
        var shirt = product("SHIRT", "\"gtin\": \"4006381333931\", \"storage\": {\"weightGrams\": 180}, ");
        var large = created(shirt, "SHIRT-L", "{\"size\": \"L\"}, \"name\": \"Large shirt\"");

        assertThat(staff.read(large)).bodyJson().isLenientlyEqualTo("""
            {"sku": "SHIRT-L", "name": "Large shirt", "category": "clothes", "brand": "Loom", "status": "active",
             "price": {"amount": 1500, "currency": "GBP"}, "attributes": {"cloth": "linen"},
             "storage": {"weightGrams": 180}, "options": {"size": "L"}, "variantOf": "%s"}\
            """.formatted(Staff.id(shirt)));
        assertThat(staff.read(large)).bodyJson().doesNotHavePath("$.gtin").doesNotHavePath("$.variants");
    }

    @Test
    void namesWhatCanBeChosenOnThePageOfTheProduct() {
        var shirt = product("MUG", "");
        var alone = requireNonNull(staff.read(shirt).getResponse().getHeader("ETag"));
        var red = created(shirt, "MUG-R", "{\"colour\": \"red\"}, \"price\": {\"amount\": 1700}");
        var draft = created(shirt, "MUG-D", "{\"colour\": \"blue\"}, \"status\": \"draft\"");

        var page = staff.read(shirt);
        assertThat(alone).isEqualTo("\"1\"");
        assertThat(page).bodyJson().extractingPath("$.variants").asArray().hasSize(1);
        assertThat(page).bodyJson().isLenientlyEqualTo("""
            {"variants": [{"id": "%s", "sku": "MUG-R", "options": {"colour": "red"}, "price": {"amount": 1700}}]}\
            """.formatted(Staff.id(red)));
        assertThat(staff.read(shirt + "/variants"))
                .bodyJson()
                .extractingPath("$.items[*].sku")
                .asArray()
                .containsExactly("MUG-R");
        assertThat(staff.asStaff(shirt + "/variants?limit=1"))
                .bodyJson()
                .extractingPath("$.nextCursor")
                .isNotNull();
        assertThat(staff.asStaff(shirt + "/variants"))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(Staff.id(red), Staff.id(draft));
    }

    /** It would be the old one for ever if only the product's version were in its tag. */
    @Test
    void showsAnotherPageOnceAVariantIsAnother() {
        var lamp = product("LAMP", "");
        var tall = created(lamp, "LAMP-T", "{\"height\": \"tall\"}");
        var tag = requireNonNull(staff.read(lamp).getResponse().getHeader("ETag"));

        assertThat(http.get().uri(lamp).header("If-None-Match", tag).exchange()).hasStatus(304);
        assertThat(staff.send(PATCH, tall, "\"1\"", "{\"price\": {\"amount\": 1400}}"))
                .hasStatusOk();
        assertThat(http.get().uri(lamp).header("If-None-Match", tag).exchange()).hasStatusOk();
        assertThat(staff.send(PATCH, lamp, tag, "{\"brand\": \"Glow\"}")).hasStatusOk();
        assertThat(staff.send(PATCH, lamp, tag, "{\"brand\": \"Dim\"}")).hasStatus(412);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        says                                                      | status | code
        "sku": "BAD-1"                                            | 422    | no_options
        "sku": "BAD-2", "options": {}                             | 422    | no_options
        "options": {"size": "M"}                                  | 422    | invalid_request
        "sku": "BAD-3", "options": {"a size": "M"}                | 422    | invalid_request
        "sku": "BAD-4", "options": {"size": " "}                  | 422    | invalid_request
        "sku": "BAD-5", "options": {"size": "M"}, "colour": "red" | 400    | unknown_field
        "sku": "BAD-6", "options": {"size": "m"}                  | 409    | combination_taken
        "sku": "BAD", "options": {"size": "XL"}                   | 409    | sku_taken
        "sku": "BAD-7", "options": {"size": "S"}, "price": {"currency": "EUR"} | 422 | wrong_currency
        """)
    void refusesWhatNoVariantCanBe(String says, int status, String code) {
        var bad = "/api/products/" + knownOnce("BAD", "M");

        assertThat(staff.post(bad + "/variants", "refused " + says, "{" + says + "}"))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void hasNoVariantsOfVariantsAndNoOptionsElsewhere() {
        var chair = product("CHAIR", "");
        var oak = created(chair, "CHAIR-O", "{\"wood\": \"oak\"}");

        assertThat(code(offer(oak, "CHAIR-O-L", "{\"size\": \"L\"}"))).isEqualTo("variant_of_variant");
        assertThat(code(staff.send(PATCH, chair, "\"1\"", "{\"options\": {\"wood\": \"ash\"}}")))
                .isEqualTo("no_variant");
        assertThat(code(staff.send(PATCH, oak, "\"1\"", "{\"options\": {\"wood\": null}}")))
                .isEqualTo("no_options");
        assertThat(staff.send(PATCH, oak, "\"1\"", "{\"variantOf\": \"prd_other\"}"))
                .hasStatus(400);
        assertThat(staff.send(PATCH, oak, "\"1\"", "{\"options\": {\"wood\": \"ash\"}}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.options.wood")
                .isEqualTo("ash");
    }

    @Test
    void goesOnlyAfterItsVariants() {
        var bag = product("BAG", "");
        var blue = created(bag, "BAG-B", "{\"colour\": \"blue\"}");
        var tag = requireNonNull(staff.read(bag).getResponse().getHeader("ETag"));

        assertThat(code(staff.send(DELETE, bag, tag, ""))).isEqualTo("has_variants");
        assertThat(code(staff.send(PATCH, bag, tag, "{\"status\": \"discontinued\"}")))
                .isEqualTo("has_variants");
        assertThat(staff.send(DELETE, blue, "\"1\"", "")).hasStatus(204);
        assertThat(staff.send(DELETE, bag, "\"1\"", "")).hasStatus(204);
        assertThat(code(offer(bag, "BAG-R", "{\"colour\": \"red\"}"))).isEqualTo("product_discontinued");
        assertThat(code(staff.send(PATCH, blue, "\"2\"", "{\"status\": \"active\"}")))
                .isEqualTo("product_discontinued");
    }

    @Test
    void leavesItsOptionsToAnotherOnceItIsDiscontinued() {
        var cap = product("CAP", "");
        var old = created(cap, "CAP-OLD", "{\"size\": \"S\", \"colour\": \"Red\"}");

        assertThat(code(offer(cap, "CAP-NEW", "{\"colour\": \"red\", \"size\": \"s\"}")))
                .isEqualTo("combination_taken");
        assertThat(staff.send(DELETE, old, "\"1\"", "")).hasStatus(204);
        created(cap, "CAP-NEWER", "{\"colour\": \"red\", \"size\": \"s\"}");
        assertThat(code(staff.send(PATCH, old, "\"2\"", "{\"status\": \"active\"}")))
                .isEqualTo("combination_taken");
        var other = created(cap, "CAP-M", "{\"size\": \"M\"}");
        assertThat(code(staff.send(PUT, other, "\"1\"", draft("CAP-M", """
            "options": {"size": "S", "colour": "RED"}, \
            """)))).isEqualTo("combination_taken");
    }

    @Test
    void letsOneOfEightWinACombination() throws InterruptedException {
        var sock = product("SOCK", "");
        var offers = new ArrayList<Callable<MvcTestResult>>();
        for (int number = 0; number < 8; number++) {
            var sku = "SOCK-" + number;
            offers.add(() -> offer(sock, sku, "{\"size\": \"40\"}"));
        }
        try (var staff = Executors.newFixedThreadPool(8)) {
            assertThat(staff.invokeAll(offers, 20, SECONDS))
                    .extracting(Future::resultNow)
                    .extracting(answer -> answer.getResponse().getStatus())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
        assertThat(staff.read(sock + "/variants"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
    }

    @Test
    void hidesTheVariantsOfWhatIsNotSold() {
        var vase = product("VASE", "\"status\": \"draft\", ");
        var blue = created(vase, "VASE-B", "{\"colour\": \"blue\"}");

        assertThat(staff.read(vase + "/variants")).hasStatus(404);
        assertThat(staff.asStaff(blue)).bodyJson().extractingPath("$.status").isEqualTo("draft");
        assertThat(staff.post("/api/products/prd_none/variants", "none", "{}")).hasStatus(404);
    }

    private String knownOnce(String sku, String size) {
        var answer = staff.post("/api/products", "once " + sku, draft(sku, ""));
        var location = requireNonNull(answer.getResponse().getHeader("Location"));
        staff.post(location + "/variants", "once " + size, variant(sku + "-" + size, "{\"size\": \"" + size + "\"}"));
        return Staff.id(location);
    }

    private String product(String sku, String more) {
        var answer = staff.post("/api/products", "product " + sku, draft(sku, more));
        assertThat(answer).hasStatus(201);
        return requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private String created(String product, String sku, String options) {
        var answer = offer(product, sku, options);
        assertThat(answer).hasStatus(201);
        return requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private MvcTestResult offer(String product, String sku, String options) {
        return staff.post(product + "/variants", "variant " + sku, variant(sku, options));
    }

    private static String variant(String sku, String options) {
        return "{\"sku\": \"%s\", \"options\": %s}".formatted(sku, options);
    }

    private static String draft(String sku, String more) {
        return """
            {%s"sku": "%s", "name": "Shirt", "brand": "Loom", "category": "clothes",
             "price": {"amount": 1500, "currency": "GBP"}, "attributes": {"cloth": "linen"}}\
            """.formatted(more, sku);
    }

    private static String code(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getContentType()).startsWith("application/problem+json")
                ? JsonPath.read(body(answer), "$.code")
                : body(answer);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
