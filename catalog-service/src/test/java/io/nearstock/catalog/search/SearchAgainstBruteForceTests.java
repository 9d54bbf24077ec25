package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.SearchedCatalogue.NOW;
import static io.nearstock.catalog.search.SearchedCatalogue.WEEKLY;
import static io.nearstock.catalog.search.SearchedCatalogue.bought;
import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is found and in which order, against each product looked at for itself, with the scores that Lucene gives its texts. Words
 * are frequent, rare and misspelt; there are several segments, and products that have been written anew or are gone.
 */
class SearchAgainstBruteForceTests {

    private static final long SEED = 20261130;
    private static final int PRODUCTS = 1_500;
    private static final List<String> WORDS = List.of("red", "blue", "kettle", "mug", "lamp", "steel", "tall", "old");
    private static final List<String> RARE = List.of("beaker", "tureen", "samovar", "t-light", "colander");
    private static final List<String> CATEGORIES = List.of("home", "home/kitchen", "bags");
    private static final List<String> BRANDS = List.of("Acorn", "Birch", "Cedar");
    private static final Prior PRIOR = new Prior(Popularity.rank(Prior.WELL_SOLD, NOW, WEEKLY.halfLife()));

    /** A product as the index has it, and how well it answers. */
    private record Seen(SearchItem item, float score, long standing, long popularity) {}

    @AutoClose
    private final SearchedCatalogue catalogue;

    private final Random random = new Random(SEED);

    SearchAgainstBruteForceTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
    }

    @Test
    void findsTheSameInTheSameOrder() throws IOException {
        sell(0, PRODUCTS);
        sell(200, 300);
        sell(280, 310);
        catalogue.index.remove(
                IntStream.range(100, 140).mapToObj(number -> "prd_S" + number).toList());
        catalogue.index.refresh();
        for (int search = 0; search < 150; search++) {
            check(anyWords(), anyFilters(), any(List.of("relevance", "price", "-price", "rating", "popularity")));
        }
    }

    private void check(String words, Map<String, String> filters, String order) {
        var query = "q=" + words + "&sort=" + order
                + filters.entrySet().stream()
                        .map(filter -> "&" + filter.getKey() + "=" + filter.getValue())
                        .collect(joining());
        var expected = seen(words).stream()
                .filter(seen -> passes(seen.item(), filters))
                .sorted(sorting(order).thenComparing(seen -> seen.item().id()))
                .map(seen -> seen.item().sku())
                .toList();

        assertThat(catalogue.find(query).total())
                .as("%s (seed %d)", query, SEED)
                .isEqualTo(expected.size());
        assertThat(paged(query)).as("%s (seed %d)", query, SEED).isEqualTo(expected);
    }

    private List<String> paged(String query) {
        var skus = new ArrayList<String>();
        var page = catalogue.page(query, 90, null);
        page.items().forEach(item -> skus.add(item.sku()));
        while (page.nextCursor() != null) {
            page = catalogue.page(query, 90, page.nextCursor());
            page.items().forEach(item -> skus.add(item.sku()));
        }
        return skus;
    }

    private static Comparator<Seen> sorting(String order) {
        return switch (order) {
            case "price" -> comparingLong(seen -> seen.item().price().amount());
            case "-price" -> comparingLong(seen -> -seen.item().price().amount());
            case "rating" -> comparingLong(seen -> -seen.standing());
            case "popularity" -> comparingLong(seen -> -seen.popularity());
            default ->
                comparingDouble(
                        seen -> -(seen.score() * Prior.stars(seen.standing()) * PRIOR.sales(seen.popularity())));
        };
    }

    private static boolean passes(SearchItem item, Map<String, String> filters) {
        var passes = Map.<String, Predicate<String>>of(
                "category", value -> (item.category() + "/").startsWith(value + "/"),
                "brand", value -> value.equals(item.brand()),
                "attr.colour", value -> value.equals(item.attributes().get("colour")),
                "minPrice", value -> item.price().amount() >= Long.parseLong(value));
        return filters.entrySet().stream()
                .allMatch(filter -> requireNonNull(passes.get(filter.getKey())).test(filter.getValue()));
    }

    private List<Seen> seen(String words) {
        return catalogue.index.read((searcher, _) -> {
            assertThat(searcher.getIndexReader().leaves()).hasSizeGreaterThan(1);
            var query = new WordQuery(new Language(SearchedCatalogue.ENGLISH))
                    .of(new Matches(searcher, catalogue.columns), words);
            var seen = new ArrayList<Seen>();
            for (var hit : searcher.search(query.query(), 2 * PRODUCTS).scoreDocs) {
                seen.add(seen(searcher, hit.doc, hit.score));
            }
            return seen;
        });
    }

    private Seen seen(IndexSearcher searcher, int doc, float score) throws IOException {
        return new Seen(
                catalogue.index.item(searcher, doc, NOW),
                score,
                ProductDocuments.number(searcher, ProductDocuments.STANDING, doc),
                ProductDocuments.number(searcher, ProductDocuments.POPULARITY, doc));
    }

    private void sell(int from, int to) throws IOException {
        catalogue.sell(IntStream.range(from, to).mapToObj(this::anyProduct).toList());
    }

    private Product anyProduct(int number) {
        var name = random.ints(1 + random.nextInt(5), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(joining(" "));
        var product = SearchedCatalogue.product(
                "S" + number,
                random.nextInt(15) == 0 ? name + " " + any(RARE) : name,
                any(BRANDS),
                any(CATEGORIES),
                1 + random.nextInt(60),
                random.nextBoolean() ? Map.of() : Map.of("colour", any(List.of("red", "green", "blue"))));
        var sold = random.nextBoolean()
                ? product
                : bought(product, 1 + random.nextInt(90), NOW.minus(Duration.ofDays(random.nextInt(40))));
        return random.nextInt(3) == 0
                ? sold
                : rated(sold, new Rating(random.ints(5, 0, 20).boxed().toList()));
    }

    /** One to three, of which there may be no product that has all. */
    private String anyWords() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> random.nextInt(4) == 0 ? any(RARE) : anyWord())
                .collect(joining(" "));
    }

    private String anyWord() {
        var word = any(WORDS);
        return random.nextInt(6) == 0 ? word.substring(0, word.length() - 1) + "x" : word;
    }

    private Map<String, String> anyFilters() {
        var filters = new HashMap<String, String>();
        maybe(filters, "category", CATEGORIES);
        maybe(filters, "brand", BRANDS);
        maybe(filters, "attr.colour", List.of("red", "green"));
        maybe(filters, "minPrice", List.of("20", "50"));
        return filters;
    }

    private void maybe(Map<String, String> filters, String name, List<String> values) {
        if (random.nextInt(3) == 0) {
            filters.put(name, any(values));
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
