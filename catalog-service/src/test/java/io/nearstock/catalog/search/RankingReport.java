package io.nearstock.catalog.search;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.search.meaning.Meanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Prints how well the search answers the judged queries; run by hand, with the gift-ware extract as its argument. */
final class RankingReport {

    private static final int DEPTH = 100;

    private RankingReport() {}

    public static void main(String[] arguments) throws IOException {
        var names = new GiftWare(Path.of(arguments[0])).names();
        var products = new ArrayList<Product>();
        names.forEach((sku, name) -> products.add(SearchedCatalogue.product(sku, name)));
        System.out.printf("%d products%n", products.size());
        report(products, false);
        report(products, true);
    }

    private static void report(List<Product> products, boolean meaning) throws IOException {
        try (var meanings = new Meanings(SearchedCatalogue.meaning(meaning));
                var catalogue = new SearchedCatalogue(Files.createTempDirectory("ranking"), shipped(), meanings)) {
            if (meaning) {
                meanings.load();
            }
            var began = System.nanoTime();
            catalogue.sell(products);
            System.out.printf("indexed in %.1f s%n", (System.nanoTime() - began) / 1e9);
            if (meaning) {
                time(meanings);
                print("meaning", query -> near(catalogue, meanings, query.words()));
            }
            print(meaning ? "both" : "words", query -> found(catalogue, query));
            for (int seed = 1; seed <= 3; seed++) {
                rateByChance(catalogue, products, new Random(seed));
                print((meaning ? "both" : "words") + ", stars " + seed, query -> found(catalogue, query));
                sellByChance(catalogue, products, new Random(seed));
                print((meaning ? "both" : "words") + ", sales " + seed, query -> found(catalogue, query));
            }
        }
    }

    private static List<String> found(SearchedCatalogue catalogue, JudgedQuery query) {
        return catalogue.page("q=" + query.words(), DEPTH, null).items().stream()
                .map(SearchItem::sku)
                .toList();
    }

    /** With stars that say nothing of what answers a query, ranking by stars can only lose: this shows how much. */
    private static void rateByChance(SearchedCatalogue catalogue, List<Product> products, Random random)
            throws IOException {
        catalogue.index.put(products.stream()
                .map(product -> SearchedCatalogue.rated(product, byChance(random)))
                .toList());
        catalogue.index.refresh();
    }

    /** The same of sales: mostly few, up to a thousand a product within a week; a third was never bought. */
    private static void sellByChance(SearchedCatalogue catalogue, List<Product> products, Random random)
            throws IOException {
        catalogue.index.put(products.stream()
                .map(product -> random.nextInt(3) == 0
                        ? product
                        : SearchedCatalogue.bought(
                                product, (int) Math.pow(1000, random.nextDouble()), SearchedCatalogue.NOW))
                .toList());
        catalogue.index.refresh();
    }

    /** Of up to 300 reviews, mostly few, about 4.2 stars on average, each product a little better or worse. */
    private static Rating byChance(Random random) {
        var quality = 4.2 + 0.5 * random.nextGaussian();
        var stars = new Integer[] {0, 0, 0, 0, 0};
        for (int left = (int) Math.pow(300, random.nextDouble()); left > 0; left--) {
            stars[Math.clamp(Math.round(quality + random.nextGaussian()), 1, 5) - 1]++;
        }
        return new Rating(List.of(stars));
    }

    private static void time(Meanings meanings) {
        var queries = JudgedQuery.all();
        var began = System.nanoTime();
        queries.forEach(query -> meanings.of(query.words()));
        System.out.printf("meaning of a query: %.1f ms%n", (System.nanoTime() - began) / 1e6 / queries.size());
    }

    private static List<String> near(SearchedCatalogue catalogue, Meanings meanings, String words) {
        return catalogue.index.read((searcher, _) -> {
            var skus = new ArrayList<String>();
            for (var doc : AskedFor.near(searcher, Objects.requireNonNull(meanings.ofQuery(words)))) {
                skus.add(catalogue.index.item(searcher, doc.doc, Instant.EPOCH).sku());
            }
            return skus;
        });
    }

    private static void print(String ranking, Function<JudgedQuery, List<String>> search) {
        var kinds = new TreeMap<>(JudgedQuery.all().stream().collect(groupingBy(JudgedQuery::kind)));
        kinds.put("all", JudgedQuery.all());
        kinds.forEach((kind, queries) -> {
            var answers = queries.stream().map(search).toList();
            double ndcg = 0;
            double recall = 0;
            for (int number = 0; number < queries.size(); number++) {
                ndcg += queries.get(number).ndcg(answers.get(number));
                recall += queries.get(number).recall(answers.get(number));
            }
            System.out.printf(
                    "%-15s %-12s %3d queries  NDCG@10 %.3f  recall@%d %.3f%n",
                    ranking, kind, queries.size(), ndcg / queries.size(), DEPTH, recall / queries.size());
        });
    }

    /** The language as the service ships it. */
    private static LanguageSettings shipped() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment)
                .bind("nearstock.catalog.search.language", LanguageSettings.class)
                .get();
    }
}
