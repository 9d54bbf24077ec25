package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class ProductIndexIT {

    private final Products products;
    private final JsonMapper json;

    @TempDir
    Path directory;

    ProductIndexIT(Products products, JsonMapper json) {
        this.products = products;
        this.json = json;
    }

    @Test
    void goesOnWhereItsLastCommitEnded() throws IOException {
        try (var index = open()) {
            index.follow(List.of("prd_nobody"), 2, 17);
        }
        try (var index = open()) {
            assertThat(index.offset(2)).isEqualTo(17);
            assertThat(index.offset(1)).isNull();
        }
    }

    @Test
    void isBuiltFromTheDatabaseWhereItIsMissing() throws IOException {
        products.add(offered("prd_a", "A", "Apple", "food", 1));
        var gone = offered("prd_b", "B", "Banana", "food", 1);
        products.add(gone);
        products.save((Progress) gone.product().discontinue(NOW));

        try (var index = open()) {
            assertThat(count(index)).isEqualTo(products.count());
        }
    }

    @Test
    void isBuiltAnewWhereItIsOfAnotherDatabase() throws IOException {
        try (var index = open()) {
            index.follow(List.of(), 0, 5);
        }
        products.add(offered("prd_c", "C", "Cherry", "food", 1));

        try (var index = open()) {
            assertThat(index.offset(0)).isNull();
            assertThat(count(index)).isEqualTo(products.count());
        }
    }

    @Test
    void learnsTheSameProductTwiceWithoutHarm() throws IOException {
        Product product = offered("prd_d", "D", "Date", "food", 1).product();
        products.add(new Progress(product));
        try (var index = open()) {
            var before = count(index);
            index.follow(List.of("prd_d"), 0, 1);
            index.follow(List.of("prd_d"), 0, 1);
            assertThat(count(index)).isEqualTo(before);
        }
    }

    private ProductIndex open() throws IOException {
        var slow = Duration.ofHours(1);
        return new ProductIndex(products, json, new SearchSettings(directory, slow, slow, slow));
    }

    private static int count(ProductIndex index) {
        return index.read((searcher, _) -> searcher.count(MatchAllDocsQuery.INSTANCE));
    }
}
