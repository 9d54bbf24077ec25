package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestTokens;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@InventoryTest
class OfferUploadTests {

    private static final int ROWS = 5000;
    private static final int BAD = 10;

    private final Shop shop;

    OfferUploadTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void appliesGoodRowsReportsBadOnesAndChangesNothingTheSecondTime() {
        var supplier = supplier();
        var rows = IntStream.range(0, ROWS)
                .mapToObj(row -> row % (ROWS / BAD) == 7 ? bad(row) : "UP-%05d,%d,GBP,3".formatted(row, 100 + row))
                .collect(Collectors.joining("\n", "sku,unitCost,currency,leadTimeDays\n", "\n"));

        var first = upload(supplier, "text/csv", rows);
        var second = upload(supplier, "text/csv", rows);

        assertThat(first.path("status").asString()).isEqualTo("succeeded");
        assertThat(first.path("total").asInt()).isEqualTo(ROWS);
        assertThat(first.path("changed").asInt()).isEqualTo(ROWS - BAD);
        assertThat(first.path("failed").asInt()).isEqualTo(BAD);
        assertThat(second.path("changed").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(ROWS - BAD);
        var errors = shop.body(get(supplier, "/jobs/" + first.path("id").asString() + "/errors?limit=100"));
        assertThat(errors.path("items")).hasSize(BAD);
        assertThat(errors.at("/items/0/row").asInt()).isEqualTo(8);
        assertThat(errors.at("/items/0/field").asString()).isEqualTo("unitCost");
        assertThat(errors.at("/items/0/code").asString()).isEqualTo("invalid_type");
        assertThat(errors.at("/items/1/code").asString()).isEqualTo("too_large");
        assertThat(errors.at("/items/2/code").asString()).isEqualTo("malformed_row");
        assertThat(shop.get("/api/suppliers/" + supplier + "/offers?limit=1"))
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"items": [{"sku": "UP-00000", "unitCost": {"amount": 100}, "leadTimeDays": 3}]}\
                    """);
    }

    private static String bad(int row) {
        return switch (row * BAD / ROWS % 3) {
            case 0 -> "UP-%05d,cheap,GBP,3".formatted(row);
            case 1 -> "UP-%05d,100,GBP,999".formatted(row);
            default -> "UP-%05d,100".formatted(row);
        };
    }

    @Test
    void readsObjectsTooAndCountsTheFirstRowOfAProduct() {
        var job = upload(supplier(), "application/x-ndjson", """
            {"sku": "ND-1", "unitCost": {"amount": 5, "currency": "GBP"}, "leadTimeDays": 1}

            {"sku": "ND-1", "unitCost": {"amount": 6, "currency": "GBP"}, "leadTimeDays": 1}
            {"sku": "ND-2", "unitCost": {"amount": 6, "currency": "XXQ"}, "leadTimeDays": 1}
            {"sku": "ND-3", "colour": "red"}
            {"sku": "ND-4", "unitCost": {"amount": 9223372036854775807, "currency": "GBP"}, "leadTimeDays": 1}
            {"sku": "ND\\u0000", "unitCost": {"amount": 5, "currency": "GBP"}, "leadTimeDays": 1}
            nonsense
            """);

        assertThat(job.path("changed").asInt()).isEqualTo(1);
        assertThat(job.path("failed").asInt()).isEqualTo(6);
    }

    /** Each would make an order that nobody could read, or a row that nobody could store. */
    @ParameterizedTest
    @CsvSource({
        "'1000000001,GBP,,', unitCost.amount, too_large",
        "'9223372036854775807,GBP,,', unitCost, invalid_type",
        "'1,XAU,,', unitCost.currency, unknown_currency",
        "'1,GBP,+999999999-12-31,', validFrom, invalid_type",
        "'1,GBP,,10000-01-01', validUntil, invalid_type",
    })
    void reportsAmountsCurrenciesAndDaysThatCannotBe(String row, String field, String code) {
        var supplier = supplier();
        var job = upload(
                supplier,
                "text/csv",
                "sku,leadTimeDays,unitCost,currency,validFrom,validUntil\nODD-1,1," + row
                        + "\nODD-2,1,1000000000,GBP,,\n");

        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        assertThat(job.path("changed").asInt()).isEqualTo(1);
        var errors = shop.body(get(supplier, "/jobs/" + job.path("id").asString() + "/errors"));
        assertThat(errors.at("/items/0/field").asString()).isEqualTo(field);
        assertThat(errors.at("/items/0/code").asString()).isEqualTo(code);
    }

    @Test
    void failsWhatHasNoHeading() {
        var job = upload(supplier(), "text/csv", "sku,price\nA,1\n");

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("reason").asString()).isEqualTo("unknown_column: price");
    }

    @Test
    void isNobodyElsesBusiness() {
        var job = upload(supplier(), "text/csv", "sku,unitCost,currency,leadTimeDays\nA,1,GBP,1\n");

        assertProblem(get(supplier(), "/jobs/" + job.path("id").asString()), 404, "not_found");
        assertProblem(get(supplier(), "/jobs/" + job.path("id").asString() + "/errors"), 404, "not_found");
    }

    private String supplier() {
        return shop.body(shop.post("/api/suppliers", "{\"name\": \"Uploader\"}"))
                .path("id")
                .asString();
    }

    private JsonNode upload(String supplier, String type, String rows) {
        var answer = shop.http()
                .put()
                .uri("/api/partner/offers")
                .header("Authorization", TestTokens.supplier(supplier))
                .contentType(type)
                .content(rows)
                .exchange();
        assertThat(answer).hasStatus(202);
        var id = shop.body(answer).path("id").asString();
        shop.eventually(
                () -> shop.body(get(supplier, "/jobs/" + id)).path("status").asString(),
                status -> assertThat(status).isIn("succeeded", "failed"));
        return shop.body(get(supplier, "/jobs/" + id));
    }

    private MvcTestResult get(String supplier, String path) {
        return shop.http()
                .get()
                .uri("/api/partner" + path)
                .header("Authorization", TestTokens.supplier(supplier))
                .exchange();
    }
}
