package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Variants;
import io.nearstock.catalog.search.meaning.KnownMeanings;
import io.nearstock.catalog.search.meaning.Meanings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class GiveMeaningIT {

    private final Products products;
    private final Variants variants;
    private final MongoDatabase database;
    private final JsonMapper json;

    @TempDir
    Path directory;

    GiveMeaningIT(Products products, Variants variants, MongoDatabase database, JsonMapper json) {
        this.products = products;
        this.variants = variants;
        this.database = database;
        this.json = json;
    }

    @Test
    void productsGetTheirMeaningOnceForAllInstances() throws IOException {
        var poncho = offered("prd_gm1", "GM1", "Fleece lined waterproof poncho", "meaning", 4500);
        products.add(poncho);
        var slow = Duration.ofHours(1);
        var language = new LanguageSettings(Locale.ENGLISH, List.of(), List.of());
        var settings = new SearchSettings(directory, slow, slow, slow);
        try (var meanings = new Meanings(SearchedCatalogue.meaning(true));
                var index = new ProductIndex(
                        json,
                        new Language(language),
                        settings,
                        SearchedCatalogue.WEEKLY,
                        new Columns(new StockBoard()));
                var follow =
                        new FollowProducts(products, variants, index, language, SearchedCatalogue.WEEKLY, settings)) {
            meanings.load();
            var known = new KnownMeanings(database, meanings);
            var give = new GiveMeaning(products, index, follow, known, SearchedCatalogue.meaning(true));
            assertThat(index.withoutMeaning(1)).isNotEmpty();
            while (give.giveSome()) {
                assertThat(index.count()).isPositive();
            }

            assertThat(index.withoutMeaning(1)).isEmpty();
            assertThat(nearest(index, meanings, "warm cape against showers")).isEqualTo("GM1");
        }
        var without = new KnownMeanings(database, new Meanings(SearchedCatalogue.meaning(false)));
        assertThat(without.of(List.of(ProductDocuments.meant(poncho.product()), "never read")))
                .hasSize(1);
    }

    private static String nearest(ProductIndex index, Meanings meanings, String words) {
        var meaning = Objects.requireNonNull(meanings.of(words));
        return index.read((searcher, _) -> index.item(searcher, AskedFor.near(searcher, meaning)[0].doc, Instant.EPOCH)
                .sku());
    }
}
