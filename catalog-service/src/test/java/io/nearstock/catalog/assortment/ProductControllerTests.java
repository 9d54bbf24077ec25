package io.nearstock.catalog.assortment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class ProductControllerTests {

    private final MockMvcTester http;
    private final TestEvents events;
    private final Staff staff;

    ProductControllerTests(MockMvcTester http, TestEvents events) {
        this.staff = new Staff(http);
        this.http = http;
        this.events = events;
    }

    @Test
    void offersAProductAndTellsTheOthers() {
        var location = offered("KETTLE");

        assertThat(staff.read(location)).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(staff.read(location)).bodyJson().isLenientlyEqualTo("""
            {"sku": "KETTLE", "name": "Kettle", "category": "home/kitchen", "status": "active",
             "price": {"amount": 2499, "currency": "GBP"}, "attributes": {"colour": "red"}}\
            """);
        assertThat(events.await("product.changed", Staff.id(location)).sequence())
                .isEqualTo(1);
    }

    @Test
    void tellsAllThatIsKnownOfAProduct() {
        var known = """
            "gtin": "4006381333931", "manufacturer": "Ironwood Works", "returnPolicy": {"days": 30},
            "media": [{"url": "https://pictures.example/kettle.jpg", "alt": "A red kettle"}],
            "storage": {"temperature": {"min": 5, "max": 30}, "humidity": {"min": 0, "max": 60}, "stackable": 3,
              "shelfLifeDays": 3650, "dimensions": {"length": 300, "width": 200, "height": 250}, "weightGrams": 1250}\
            """;
        var location = requireNonNull(staff.post(
                        "/api/products", "known", draft("KNOWN").replace("\"attributes\"", known + ", \"attributes\""))
                .getResponse()
                .getHeader("Location"));

        assertThat(staff.read(location)).bodyJson().isLenientlyEqualTo("{" + known + "}");
        assertThat(staff.send(PATCH, location, "\"1\"", "{\"storage\": {\"stackable\": 0}}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"storage\": {\"stackable\": 0, \"weightGrams\": 1250}}");
    }

    @Test
    void refusesASkuThatIsTaken() {
        offered("TAKEN");

        assertThat(offer("TAKEN", "another key"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("sku_taken");
    }

    @Test
    void changesOnlyWhatStaffHaveSeen() {
        var location = offered("CUP");
        var cup = draft("CUP").replace("Kettle", "Cup");

        assertThat(staff.send(PUT, location, "\"1\"", cup)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(staff.send(PUT, location, "\"1\"", cup)).hasStatus(412);
        assertThat(staff.send(PUT, location, "\"2\"", cup)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(staff.send(PUT, location, "\"2\"", draft("OTHER"))).hasStatus(422);
    }

    @Test
    void patchesWhatIsNamed() {
        var location = offered("PAN");

        var answer = staff.send(PATCH, location, "\"1\"", """
            {"brand": "Ironwood", "attributes": {"colour": null, "size": "L"}}\
            """);

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"name": "Kettle", "brand": "Ironwood", "attributes": {"size": "L"}}\
            """);
        assertThat(answer).bodyJson().doesNotHavePath("$.attributes.colour");
        assertThat(staff.send(PATCH, location, "\"2\"", "{\"price\": {\"amount\": -1}}"))
                .hasStatus(422);
        assertThat(staff.send(PATCH, location, "\"2\"", "{\"colour\": 1}")).hasStatus(400);
    }

    @Test
    void hidesWhatIsDiscontinued() {
        var location = offered("GONE");

        assertThat(staff.send(DELETE, location, "\"1\"", "")).hasStatus(204);
        assertThat(staff.read(location)).hasStatus(404);
        var told = events.await(
                "catalog.products",
                event -> Staff.id(location).equals(event.key())
                        && event.payload().contains("discontinued"));
        assertThat(told.sequence()).isEqualTo(2);
    }

    @Test
    void showsADraftToStaffAloneUntilItIsOffered() {
        var draft = draft("DRAFT").replace("\"sku\"", "\"status\": \"draft\", \"sku\"");
        var location = requireNonNull(
                staff.post("/api/products", "draft", draft).getResponse().getHeader("Location"));

        assertThat(staff.read(location)).hasStatus(404);
        assertThat(staff.asStaff(location)).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(staff.asStaff("/api/products/withheld?limit=100"))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains(Staff.id(location));
        assertThat(staff.send(PATCH, location, "\"1\"", "{\"status\": \"active\"}"))
                .hasStatusOk();
        assertThat(staff.read(location)).hasStatusOk();
        assertThat(staff.send(PATCH, location, "\"2\"", "{\"status\": \"draft\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("wrong_status");
    }

    @Test
    void takesNoNewProductThatIsDiscontinued() {
        var draft = draft("STILLBORN").replace("\"sku\"", "\"status\": \"discontinued\", \"sku\"");

        assertThat(staff.post("/api/products", "stillborn", draft))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/status");
    }

    @Test
    void tellsStaffWhoHasChangedWhat() {
        var location = offered("AUDITED");
        staff.send(PATCH, location, "\"1\"", "{\"brand\": \"Ironwood\"}");
        staff.send(DELETE, location, "\"2\"", "");

        var newest = staff.asStaff(location + "/changes?limit=2");
        assertThat(newest).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [
              {"version": 3, "changes": [{"field": "/status", "before": "active", "after": "discontinued"}]},
              {"version": 2, "actor": "acc_staff", "changes": [{"field": "/brand", "after": "Ironwood"}]}]}\
            """);
        assertThat(staff.read(location + "/changes")).hasStatus(401);
        assertThat(staff.asStaff("/api/products/prd_none/changes")).hasStatus(404);
        assertThat(staff.asStaff(location + "/changes?cursor=" + Cursor.of("new")))
                .hasStatus(400);
        assertThat(staff.asStaff("/api/products/withheld?status=active")).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        instead of             | it says                | status | pointer
        "amount": 2499         | "amount": 0            | 422    | /price/amount
        "amount": 2499         | "amount": 24.99        | 400    | /price/amount
        "currency": "GBP"      | "currency": "EUR"      | 422    | /price/currency
        "name": "Kettle"       | "name": " "            | 422    | /name
        "name": "Kettle"       | "title": "Kettle"      | 400    | /title
        "name": "Kettle"       | "name": "Kettle", "status": "sold"  | 422 | /status
        "category": "home/kitchen" | "category": "home//kitchen" | 422 | /category
        "name": "Kettle"       | "name": "Kettle", "gtin": "4006381333932"  | 422 | /gtin
        "name": "Kettle"       | "name": "Kettle", "storage": {"weightGrams": 0}  | 422 | /storage/weightGrams
        "name": "Kettle"       | "name": "Kettle", "storage": {"humidity": {"min": 1}}  | 422 | /storage/humidity/max
        "name": "Kettle"       | "name": "Kettle", "media": [{"url": "javascript:alert(1)"}]  | 422 | /media/0/url
        """)
    void refusesWhatNoProductCanBe(String instead, String says, int status, String pointer) {
        var answer =
                staff.post("/api/products", "refused " + says, draft("REFUSED").replace(instead, says));

        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void letsOnlyStaffWithTheScopeWrite() {
        var location = offered("MINE");

        assertThat(http.delete().uri(location).header("If-Match", "\"1\"").exchange())
                .hasStatus(401);
        assertThat(http.delete()
                        .uri(location)
                        .header("If-Match", "\"1\"")
                        .header("Authorization", TestTokens.staff("orders"))
                        .exchange())
                .hasStatus(403);
        assertThat(staff.read("/api/products/prd_unknown")).hasStatus(404);
    }

    private String offered(String sku) {
        var answer = offer(sku, "offer " + sku);
        assertThat(answer).hasStatus(201).hasHeader("ETag", "\"1\"");
        return requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private MvcTestResult offer(String sku, String key) {
        return staff.post("/api/products", key, draft(sku));
    }

    private static String draft(String sku) {
        return """
            {"sku": "%s", "name": "Kettle", "category": "home/kitchen",
             "price": {"amount": 2499, "currency": "GBP"}, "attributes": {"colour": "red"}}\
            """.formatted(sku);
    }
}
