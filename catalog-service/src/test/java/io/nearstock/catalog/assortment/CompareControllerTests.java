package io.nearstock.catalog.assortment;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Products;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@CatalogTest
class CompareControllerTests {

    private final MockMvcTester http;
    private final Products products;

    CompareControllerTests(MockMvcTester http, Products products) {
        this.http = http;
        this.products = products;
    }

    @Test
    void alignsWhatProductsSayAndNamesWhatNobodyKnows() {
        offer("prd_compare_b", "COMPARE-B", Map.of("colour", "red", "power", "40 W"));
        offer("prd_compare_a", "COMPARE-A", Map.of("colour", "red"));

        var answer = http.get()
                .uri("/api/products/compare?ids=prd_compare_a,prd_nobody,prd_compare_b")
                .exchange();

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"attributes": [
               {"name": "brand", "values": ["Maker", "Maker"], "differs": false},
               {"name": "category", "values": ["compare", "compare"], "differs": false},
               {"name": "colour", "values": ["red", "red"], "differs": false},
               {"name": "power", "values": [null, "40 W"], "differs": true}],
             "products": [{"sku": "COMPARE-A"}, {"sku": "COMPARE-B"}],
             "unknown": ["prd_nobody"]}\
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,2,3,4,5,6,7,8,9,10,11"})
    void comparesAFewAndNotNone(String ids) {
        assertThat(http.get().uri("/api/products/compare?ids={ids}", ids).exchange())
                .hasStatus(400);
    }

    private void offer(String id, String sku, Map<String, String> attributes) {
        var details = new ProductDetails("Thing", null, "Maker", "compare", new Money(100, "GBP"), attributes);
        products.add(Product.offer(id, sku, details, by(NOW)));
    }
}
