package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.search.meaning.Meanings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** With the real model, loaded once. */
@TestInstance(Lifecycle.PER_CLASS)
class MeaningSearchTests {

    @AutoClose
    private final Meanings meanings = new Meanings(SearchedCatalogue.meaning(true));

    @AutoClose
    private final SearchedCatalogue catalogue;

    MeaningSearchTests(@TempDir Path directory) throws IOException {
        meanings.load();
        catalogue = new SearchedCatalogue(directory, SearchedCatalogue.ENGLISH, meanings);
    }

    @BeforeEach
    void sell() throws IOException {
        catalogue.sell(
                product("PONCHO", "Fleece lined waterproof poncho", "Peak", "clothing/outdoor", 4500, Map.of()),
                product("BOWL", "Ceramic salad bowl", "Tin & Co", "home/kitchen", 1500, Map.of()),
                product("CLOCK", "Wall clock", null, "home/kitchen", 2500, Map.of()),
                product("NOVEL", "Paperback novel", null, "books", 900, Map.of()));
    }

    @Test
    void findsWhatIsMeantInOtherWords() {
        assertThat(catalogue.skus("q=something warm for a rainy festival"))
                .first()
                .isEqualTo("PONCHO");
        assertThat(catalogue.skus("q=timepiece")).first().isEqualTo("CLOCK");
        assertThat(catalogue.skus("q=timepiece")).doesNotContain("PONCHO");
    }

    @Test
    void putsWhatHasTheWordsFirstAndEachFoundOnce() {
        assertThat(catalogue.skus("q=salad bowl")).first().isEqualTo("BOWL");
        assertThat(catalogue.skus("q=kitchen")).containsOnlyOnce("BOWL", "CLOCK");
    }

    @Test
    void filtersAndCountsWhatIsMeantToo() {
        assertThat(catalogue.skus("q=timepiece&category=books")).doesNotContain("CLOCK");
        var facets = catalogue.find("q=timepiece").facets();
        facets.category()
                .forEach(value -> assertThat(catalogue
                                .find("q=timepiece&category=" + value.value())
                                .total())
                        .isEqualTo(value.count()));
    }

    @Test
    void asksForNoMeaningWhereASkuIsNamed() {
        assertThat(catalogue.skus("q=novel&sort=price")).contains("NOVEL");
        assertThat(catalogue.skus("q=BOWL")).containsExactly("BOWL");
        assertThat(catalogue.skus("q=85123A")).isEmpty();
    }

    @Test
    void keepsItsMeaningWhenItsPriceMoves() throws IOException {
        catalogue.index.put(List.of(product("CLOCK", "Wall clock", null, "home/kitchen", 1, Map.of())));
        catalogue.index.refresh();

        assertThat(catalogue.index.withoutMeaning(10)).isEmpty();
        assertThat(catalogue.find("q=timepiece").items().getFirst().price().amount())
                .isEqualTo(1);
    }
}
