package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightedWordsTests {

    @AutoClose
    private final SearchedCatalogue catalogue;

    WeightedWordsTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
    }

    /** Name 4, brand 2, category and attribute 1.5: frequencies and lengths are sums of these. */
    @Test
    void scoreAsBm25fDoes() throws IOException {
        catalogue.sell(
                product("A", "Tin", "Tin", "cup", 1, Map.of("of", "tin")),
                product("B", "Cup", null, "tin", 1, Map.of()),
                product("C", "Bowl", "Oak", "cup", 1, Map.of()));

        assertThat(score("A")).isCloseTo(bm25f(4 + 2 + 1.5, 4 + 2 + 1.5 + 1.5), within(1e-5));
        assertThat(score("B")).isCloseTo(bm25f(1.5, 4 + 1.5), within(1e-5));
        assertThat(catalogue.skus("q=tin")).containsExactly("A", "B");
    }

    private static double bm25f(double frequency, double length) {
        var idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
        var average = (9 + 5.5 + 7.5) / 3;
        return idf * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / average));
    }

    private double score(String sku) {
        return catalogue.index.read((searcher, _) -> {
            for (var hit : searcher.search(new TermQuery(new Term(WeightedWords.FIELD, "tin")), 3).scoreDocs) {
                if (catalogue
                        .index
                        .item(searcher, hit.doc, SearchedCatalogue.NOW)
                        .sku()
                        .equals(sku)) {
                    return (double) hit.score;
                }
            }
            return Double.NaN;
        });
    }
}
