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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordScoresTests {

    private static final List<String> WORDS = List.of("red", "blue", "kettle", "mug", "lamp", "steel", "tall", "old");
    private static final int PRODUCTS = 2_000;
    private static final long WELL_SOLD = Popularity.rank(Prior.WELL_SOLD, NOW, WEEKLY.halfLife());

    private final Random random = new Random(20261129);

    @AutoClose
    private final SearchedCatalogue catalogue;

    WordScoresTests(@TempDir Path directory) throws IOException {
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

    /** Of the score that Lucene gives a text; in several segments, of which some have been written anew since. */
    @Test
    void areThoseOfTheTextsMovedNoFartherThanTheirBound() throws IOException {
        sell(0, PRODUCTS);
        sell(400, 700);
        sell(650, 720);

        catalogue.index.read((searcher, _) -> {
            assertThat(searcher.getIndexReader().leaves()).hasSizeGreaterThan(1);
            for (var words :
                    List.of("kettle", "red mug", "stel lamp", "tall old", "rare", "rare kettle", "red rare lamp")) {
                var query = new WordQuery(new Language(SearchedCatalogue.ENGLISH))
                        .of(new Matches(searcher, catalogue.columns), words)
                        .query();
                check(words, searcher, query);
            }
            return true;
        });
    }

    private void check(String words, IndexSearcher searcher, Query query) throws IOException {
        var text = Arrays.stream(searcher.search(query, 2 * PRODUCTS).scoreDocs)
                .collect(Collectors.toMap(hit -> hit.doc, hit -> hit.score));
        var ranked = ranked(searcher, query, 2 * PRODUCTS, null);

        assertThat(docs(ranked)).as(words).containsExactlyInAnyOrderElementsOf(text.keySet());
        assertThat(docs(ranked)).as(words).isEqualTo(sorted(searcher, text));
        for (var hit : ranked) {
            var score = requireNonNull(text.get(hit.doc()));
            assertThat(WordScores.score(hit.key())).isBetween(score * Prior.LEAST, score * Prior.MOST);
        }
        assertThat(docs(paged(searcher, query))).as(words).isEqualTo(docs(ranked));
    }

    private static List<Integer> sorted(IndexSearcher searcher, Map<Integer, Float> text) throws IOException {
        var keys = new HashMap<Integer, Float>();
        var ids = new HashMap<Integer, String>();
        for (var hit : text.entrySet()) {
            var stars = Prior.stars(ProductDocuments.number(searcher, ProductDocuments.STANDING, hit.getKey()));
            var rank = ProductDocuments.number(searcher, ProductDocuments.POPULARITY, hit.getKey());
            keys.put(hit.getKey(), -(hit.getValue() * stars * new Prior(WELL_SOLD).sales(rank)));
            ids.put(hit.getKey(), ProductDocuments.id(searcher, hit.getKey()));
        }
        return text.keySet().stream()
                .sorted(Comparator.<Integer, Float>comparing(keys::get).thenComparing(ids::get))
                .toList();
    }

    private List<Hit> paged(IndexSearcher searcher, Query words) throws IOException {
        var all = new ArrayList<>(ranked(searcher, words, 50, null));
        for (var page = List.copyOf(all); !page.isEmpty(); all.addAll(page)) {
            var last = all.getLast();
            page = ranked(searcher, words, 50, Hit.at(last.key(), ProductDocuments.id(searcher, last.doc())));
        }
        return all;
    }

    private List<Hit> ranked(IndexSearcher searcher, Query words, int limit, @Nullable Hit after) throws IOException {
        var found = new Matches(searcher, catalogue.columns).of(words);
        var scores = new WordScores(searcher, words, new Prior(WELL_SOLD));
        var columns = catalogue.columns.of(searcher.getIndexReader());
        return BestHits.of(columns, found, scores, new IdPlaces(searcher), after, limit);
    }

    private static List<Integer> docs(List<Hit> hits) {
        return hits.stream().map(Hit::doc).toList();
    }

    private void sell(int from, int to) throws IOException {
        catalogue.sell(IntStream.range(from, to).mapToObj(this::randomlyRated).toList());
    }

    private Product randomlyRated(int number) {
        var name = random.ints(1 + random.nextInt(6), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
        var stars = random.ints(5, 0, 40).boxed().toList();
        var product = product("P" + number, random.nextInt(80) == 0 ? name + " rare" : name);
        var sold = random.nextBoolean() ? product : bought(product, 1 + random.nextInt(100), NOW);
        return random.nextInt(3) == 0 ? sold : rated(sold, new Rating(stars));
    }
}
