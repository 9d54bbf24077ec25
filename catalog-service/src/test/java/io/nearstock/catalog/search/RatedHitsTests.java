package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.SearchedCatalogue.NOW;
import static io.nearstock.catalog.search.SearchedCatalogue.WEEKLY;
import static io.nearstock.catalog.search.SearchedCatalogue.bought;
import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatedHitsTests {

    private static final List<String> WORDS = List.of("red", "blue", "kettle", "mug", "lamp", "steel", "tall", "old");
    private static final int PRODUCTS = 2_000;
    private static final Sort SORT = SortOrder.RELEVANCE.sort(SortField.FIELD_SCORE);

    private static final long WELL_SOLD = Popularity.rank(RatedHits.WELL_SOLD, NOW, WEEKLY.halfLife());

    private final Random random = new Random(20261129);

    @AutoClose
    private final SearchedCatalogue catalogue;

    RatedHitsTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
    }

    @Test
    void putsTheBetterRatedOfEqualMatchesFirst() throws IOException {
        catalogue.sell(
                rated(product("A", "Steel kettle"), new Rating(List.of(9, 1, 0, 0, 0))),
                product("B", "Steel kettle"),
                rated(product("C", "Steel kettle"), new Rating(List.of(0, 0, 0, 0, 1))),
                rated(product("D", "Steel kettle"), new Rating(List.of(0, 0, 0, 20, 80))));

        assertThat(catalogue.skus("q=kettle")).containsExactly("D", "C", "B", "A");
    }

    @Test
    void putsWhatSellsOfEqualMatchesFirst() throws IOException {
        catalogue.sell(
                product("A", "Steel kettle"),
                bought(product("B", "Steel kettle"), 5, NOW),
                bought(product("C", "Steel kettle"), 5, NOW.minus(Duration.ofDays(7))),
                bought(product("D", "Steel kettle"), 500, NOW));

        assertThat(catalogue.skus("q=kettle")).containsExactly("D", "B", "C", "A");
    }

    @Test
    void leavesAFarBetterMatchFirstHoweverBadItsStars() throws IOException {
        catalogue.sell(
                rated(product("HATED", "Kettle"), new Rating(List.of(5_000, 0, 0, 0, 0))),
                bought(
                        rated(
                                product("LOVED", "Tall old steel lamp", null, "home", 100, Map.of("beside", "kettle")),
                                new Rating(List.of(0, 0, 0, 0, 5_000))),
                        5_000,
                        NOW));

        assertThat(catalogue.skus("q=kettle")).containsExactly("HATED", "LOVED");
    }

    @Test
    void movesNothingFartherThanItsBoundAndLeavesNothingOut() throws IOException {
        catalogue.sell(
                IntStream.range(0, PRODUCTS).mapToObj(this::randomlyRated).toList());

        catalogue.index.read((searcher, _) -> {
            for (var words : List.of("kettle", "red mug", "steel lamp", "tall old")) {
                check(
                        searcher,
                        new WordQuery(new Language(SearchedCatalogue.ENGLISH))
                                .of(searcher, words)
                                .query());
            }
            return true;
        });
    }

    private static void check(IndexSearcher searcher, Query words) throws IOException {
        var text = Arrays.stream(searcher.search(words, PRODUCTS).scoreDocs)
                .collect(Collectors.toMap(hit -> hit.doc, hit -> hit.score));
        var ranked = ranked(searcher, words, PRODUCTS, null);

        assertThat(ranked).hasSameSizeAs(text.keySet()).hasSizeGreaterThan(50);
        float worst = Float.MAX_VALUE;
        var moved = false;
        for (var hit : ranked) {
            float score = requireNonNull(text.get(hit.doc));
            assertThat(score).isLessThan(worst * RatedHits.MOST / RatedHits.LEAST);
            moved |= score > worst;
            worst = Math.min(worst, score);
        }
        assertThat(moved).isTrue();
        assertThat(docs(paged(searcher, words))).isEqualTo(docs(ranked));
    }

    /** Each page looks only at texts that stars can still lift onto it. */
    private static List<ScoreDoc> paged(IndexSearcher searcher, Query words) throws IOException {
        var all = new ArrayList<>(ranked(searcher, words, 5, null));
        for (var page = all; !page.isEmpty(); all.addAll(page)) {
            page = new ArrayList<>(ranked(searcher, words, 5, (FieldDoc) all.getLast()));
        }
        return all;
    }

    private static List<ScoreDoc> ranked(IndexSearcher searcher, Query words, int limit, @Nullable FieldDoc after)
            throws IOException {
        return List.of(searcher.search(words, RatedHits.best(SORT, limit, after, WELL_SOLD)).scoreDocs);
    }

    private static List<Integer> docs(List<ScoreDoc> hits) {
        return hits.stream().map(hit -> hit.doc).toList();
    }

    private Product randomlyRated(int number) {
        var name = random.ints(1 + random.nextInt(6), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
        var stars = random.ints(5, 0, 40).boxed().toList();
        var product = product("P" + number, name);
        var sold = random.nextBoolean() ? product : bought(product, 1 + random.nextInt(100), NOW);
        return random.nextInt(3) == 0 ? sold : rated(sold, new Rating(stars));
    }
}
