package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Popularities;
import io.nearstock.catalog.Popularities.Counted;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.RatingView;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Variants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class ProductIndexIT {

    private final Products products;
    private final Popularities popularities;
    private final Variants variants;
    private final JsonMapper json;

    @TempDir
    Path directory;

    ProductIndexIT(Products products, Popularities popularities, Variants variants, JsonMapper json) {
        this.products = products;
        this.popularities = popularities;
        this.variants = variants;
        this.json = json;
    }

    @Test
    void goesOnWhereItsLastCommitEnded() throws IOException {
        try (var index = open()) {
            index.follow().follow(List.of("prd_nobody"), 2, 17);
        }
        try (var index = open()) {
            assertThat(index.follow().offset(2)).isEqualTo(17);
            assertThat(index.follow().offset(1)).isNull();
        }
    }

    @Test
    void isBuiltFromTheDatabaseWhereItIsMissing() throws IOException {
        products.add(offered("prd_a", "A", "Apple", "food", 1));
        var gone = offered("prd_b", "B", "Banana", "food", 1);
        products.add(gone);
        products.save((Progress) gone.product().discontinue(by(NOW)));

        try (var index = open()) {
            assertThat(index.count()).isEqualTo(products.count());
        }
    }

    @Test
    void isBuiltAnewWhereItIsOfAnotherDatabase() throws IOException {
        try (var index = open()) {
            index.follow().follow(List.of(), 0, 5);
        }
        products.add(offered("prd_c", "C", "Cherry", "food", 1));

        try (var index = open()) {
            assertThat(index.follow().offset(0)).isNull();
            assertThat(index.count()).isEqualTo(products.count());
        }
    }

    @Test
    void learnsTheSameProductTwiceWithoutHarm() throws IOException {
        products.add(offered("prd_d", "D", "Date", "food", 1));
        try (var index = open()) {
            var before = index.count();
            index.follow().follow(List.of("prd_d"), 0, 1);
            index.follow().follow(List.of("prd_d"), 0, 1);
            assertThat(index.count()).isEqualTo(before);
        }
    }

    @Test
    void writesNoWordAgainWhereOnlyThePriceMoves() throws IOException {
        var offered = offered("prd_e", "E", "Elderberry", "food", 100);
        products.add(offered);
        try (var index = open()) {
            var before = index.documentsEver();
            var dearer =
                    offered("prd_e", "E", "Elderberry", "food", 250).product().details();
            products.save((Progress) offered.product().describe(dearer, by(NOW)));
            index.follow().follow(List.of("prd_e"), 0, 1);
            index.index().refresh();

            assertThat(index.documentsEver()).isEqualTo(before);
            assertThat(index.price("elderberry")).isEqualTo(250);
        }
    }

    @Test
    void writesNoWordAgainWhereOnlyTheStarsMove() throws IOException {
        var offered = offered("prd_f", "F", "Fig", "food", 100);
        products.add(offered);
        try (var index = open()) {
            var before = index.documentsEver();
            products.save((Progress) offered.product().rate(new Rating(List.of(0, 0, 0, 1, 1)), NOW));
            index.follow().follow(List.of("prd_f"), 0, 1);
            index.index().refresh();

            assertThat(index.documentsEver()).isEqualTo(before);
            assertThat(index.item("fig").rating()).isEqualTo(new RatingView(4.5, 2));
        }
    }

    @Test
    void knowsWhoBelongsTogetherWhicheverIsWrittenLast() throws IOException {
        var grape = offered("prd_g", "G", "Grape", "food", 100);
        products.add(grape);
        try (var index = open()) {
            products.add(variant(grape.product(), "G-1"));
            index.follow().follow(List.of("prd_G-1"), 0, 1);
            index.index().refresh();
            assertThat(index.families("grape")).isEqualTo(1);

            var words = offered("prd_g", "G", "Grape of wine", "food", 100)
                    .product()
                    .details();
            products.save((Progress) grape.product().describe(words, by(NOW)));
            index.follow().follow(List.of("prd_g"), 0, 2);
            index.index().refresh();
            assertThat(index.families("grape")).isEqualTo(1);
            index.index().clear();
        }
        try (var builtAnew = open()) {
            assertThat(builtAnew.families("grape")).isEqualTo(1);
        }
    }

    private static Progress variant(Product product, String sku) {
        var details = product.details().choosing(Map.of("box", sku));
        return Product.begin("prd_" + sku, sku, product.id(), details, ProductStatus.ACTIVE, by(NOW));
    }

    @Test
    void writesNoWordAgainWhereOnlySalesMove() throws IOException {
        var quince = offered("prd_q", "Q", "Quince", "food", 100);
        products.add(quince);
        try (var index = open()) {
            var before = index.documentsEver();
            var popular = quince.product().bought(List.of(NOW), NOW, SearchedCatalogue.WEEKLY.halfLife());
            assertThat(popularities.store(List.of(new Counted(quince.product(), popular)), NOW))
                    .isTrue();
            index.follow().follow(List.of("prd_q"), 0, 1);
            index.index().refresh();

            assertThat(index.documentsEver()).isEqualTo(before);
            assertThat(index.popularity("quince")).isEqualTo(popular.rank(SearchedCatalogue.WEEKLY.halfLife()));
        }
    }

    private Following open() throws IOException {
        var slow = Duration.ofHours(1);
        var settings = new SearchSettings(directory, slow, slow, slow);
        var language = new LanguageSettings(Locale.ENGLISH, List.of(), List.of());
        var index = new ProductIndex(
                json, new Language(language), settings, SearchedCatalogue.WEEKLY, new Columns(new StockBoard()));
        return new Following(
                index, new FollowProducts(products, variants, index, language, SearchedCatalogue.WEEKLY, settings));
    }

    private record Following(ProductIndex index, FollowProducts follow) implements AutoCloseable {

        int count() {
            return index.read((searcher, _) -> searcher.count(MatchAllDocsQuery.INSTANCE));
        }

        int documentsEver() {
            return index.read((searcher, _) -> searcher.getIndexReader().maxDoc());
        }

        long price(String word) {
            return item(word).price().amount();
        }

        /** How many products are found, each with its variants. */
        int families(String word) {
            return index.read((searcher, _) -> {
                var query = new TermQuery(new Term(ProductDocuments.WRITTEN, word));
                var columns = new Columns(new StockBoard());
                return columns.of(searcher.getIndexReader())
                        .count(new Matches(searcher, columns).of(query), Set.of())
                        .products();
            });
        }

        long popularity(String word) {
            return index.read((searcher, _) -> {
                var query = new TermQuery(new Term(ProductDocuments.WRITTEN, word));
                return ProductDocuments.number(
                        searcher, ProductDocuments.POPULARITY, searcher.search(query, 1).scoreDocs[0].doc);
            });
        }

        SearchItem item(String word) {
            return index.read((searcher, _) -> {
                var query = new TermQuery(new Term(ProductDocuments.WRITTEN, word));
                var hit = searcher.search(query, 1).scoreDocs[0];
                return index.item(searcher, hit.doc, Instant.EPOCH);
            });
        }

        @Override
        public void close() throws IOException {
            follow.close();
            index.close();
        }
    }
}
