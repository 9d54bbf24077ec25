package io.nearstock.catalog.intake;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.holder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductFacts;
import io.nearstock.catalog.Products;
import io.nearstock.testkit.TestTokens;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class ExportIT {

    private final MockMvcTester http;
    private final Products products;
    private final JsonMapper json;

    ExportIT(MockMvcTester http, Products products, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.json = json;
    }

    @Test
    void whatIsExportedCanBeImportedAsItWas() throws IOException {
        var media = List.of(new MediaLink("https://pictures.example/heart.jpg", null));
        var facts = new ProductFacts("4006381333931", "Heart, Wood & \"Sons\"", media, null, null);
        var offered = Product.offer("prd_export", "EXPORT", holder().with(facts), by(NOW));
        products.add(offered);
        var draft = ProductDraft.of(offered.product());

        var lines = exported("application/x-ndjson").lines().filter(line -> line.contains("\"EXPORT\""));
        assertThat(lines.map(line -> json.readValue(line, ProductDraft.class))).containsExactly(draft);
        assertThat(inCsv(exported("text/csv"))).isEqualTo(draft);
    }

    @Test
    void isToldInNoOtherType() {
        for (var type : List.of("application/xml", "text/plain", "nonsense")) {
            var answer = http.get()
                    .uri("/api/products/export")
                    .header("Accept", type)
                    .header("Authorization", TestTokens.staff("catalog"))
                    .exchange();
            assertThat(answer).hasStatus(406);
        }
    }

    @Test
    void isForStaffAlone() {
        assertThat(http.get().uri("/api/products/export").exchange()).hasStatus(401);
    }

    private static @Nullable ProductDraft inCsv(String text) throws IOException {
        try (var rows = new CsvRows(new StringReader(text), new ProductColumns("GBP"))) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof Row.Legible(var _, var draft, var _)
                        && draft.sku().equals("EXPORT")) {
                    return draft;
                }
            }
            return null;
        }
    }

    private String exported(String type) throws UnsupportedEncodingException {
        var answer = http.get()
                .uri("/api/products/export")
                .header("Accept", type)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
