package io.nearstock.catalog.intake;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.intake.Importing.NDJSON;
import static io.nearstock.catalog.intake.Importing.row;
import static io.nearstock.catalog.intake.Importing.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Variants come with their product, in whichever order. */
@CatalogTest
class VariantImportIT {

    private final Products products;
    private final Clock clock;
    private final Importing staff;

    VariantImportIT(MockMvcTester http, Products products, Clock clock, JsonMapper json) {
        this.products = products;
        this.clock = clock;
        this.staff = new Importing(http, json, "/api/products/import");
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

        var job = staff.imported(NDJSON, "ignore_failed", """
            %s
            %s
            %s
            %s
            """.formatted(
                        row("VAR-S", "Small"),
                        row("VAR", "Shirt").replace("\"name\"", "\"options\": {\"size\": \"L\"}, \"name\""),
                        row("VAR-M", "Shirt").replace("\"name\"", "\"options\": {\"size\": \"s\"}, \"name\""),
                        row("VAR-OLD", "Shirt")));

        assertThat(staff.errors(job))
                .containsExactly("2 options no_variant", "3 options combination_taken", "4 options combination_taken");
        var described = products.of("prd_VAR-S").details();
        assertThat(described.name()).isEqualTo("Small");
        assertThat(described.options()).isEqualTo(options);
    }

    @Test
    void takesVariantsBesideTheirProductInWhicheverOrder() {
        var job = staff.imported("text/csv", "ignore_failed", """
            sku,name,category,price,variantOf,option.size
            IV-S,Shirt,clothes,9,IV,S
            IV-M,Shirt,clothes,9,IV,M
            IV,Shirt,clothes,9,,
            IV-M2,Shirt,clothes,9,IV,m
            IV-X,Shirt,clothes,9,IV-S,X
            IV-Y,Shirt,clothes,9,NOBODY,Y
            IV-Z,Shirt,clothes,9,IV,
            IV-XL,Shirt,clothes,9,IV-S,XL
            IV-S,Shirt,clothes,9,IV,S
            """);
        var again = staff.imported(NDJSON, "ignore_failed", """
            %s
            %s
            """.formatted(
                        row("IV-S", "Small").replaceFirst("\\{", "{\"variantOf\": \"OTHER\", "),
                        row("IV-M", "Medium").replaceFirst("\\{", "{\"variantOf\": 1, ")));

        assertThat(staff.errors(job))
                .containsExactly(
                        "4 options combination_taken",
                        "5 variantOf unknown_product",
                        "6 variantOf unknown_product",
                        "7 options no_options",
                        "8 variantOf variant_of_variant",
                        "9 sku duplicate_sku");
        assertThat(staff.errors(again)).containsExactly("1 variantOf variant_fixed", "2 variantOf invalid_type");
        var shirt = products.ofSkus(List.of("IV")).getFirst();
        assertThat(products.ofSkus(List.of("IV-S", "IV-M", "IV-XL")))
                .hasSize(2)
                .extracting(Product::variantOf)
                .containsOnly(shirt.id());
        assertThat(products.ofSkus(List.of("IV-S")).getFirst().details().options())
                .containsEntry("size", "S");
    }

    @Test
    void checksVariantsOfWhatEarlierRowsOffer() {
        var variant = row("FAM-V", "Variant")
                .replaceFirst("\\{", "{\"variantOf\": \"FAM0\", \"options\": {\"size\": \"S\"}, ");

        var job = staff.imported(NDJSON, "reject_everything", rows("FAM", 8) + "\n" + variant);

        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        assertThat(job.path("created").asInt()).isEqualTo(9);
    }

    private Progress shirt(String sku, @Nullable String variantOf, Map<String, String> options) {
        var details = offered("prd_" + sku, sku, "Shirt", "clothes", 100)
                .product()
                .details()
                .choosing(options);
        return Product.begin("prd_" + sku, sku, variantOf, details, ProductStatus.ACTIVE, by(clock.instant()));
    }
}
