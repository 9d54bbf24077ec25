package io.nearstock.catalog.search;

import io.nearstock.catalog.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.VectorUtil;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Measures the search for meanings in process, with as many products of the fashion file as are asked for, and directions that
 * are made: around a thousand centres, in 48 dimensions of the 384, with a little noise in all of them. Run by hand with the file
 * and a number. What is searched are the parts of which {@link SearchProducts} is made; no model is read. An index that shall be
 * searched again later lies where {@code -Dindex=DIRECTORY} says, and is only built where it is not there yet.
 */
final class MeaningBenchmark {

    private static final int SEARCHES = Integer.getInteger("searches", 1_000);
    private static final int DIMENSIONS = 384;
    private static final int WITHIN = 48;
    private static final int CENTRES = 1_000;
    private static final int SAMPLE = 100;
    private static final int BEST = 10;

    private final Random random = new Random(5);
    private final float[][] space = gaussians(WITHIN, DIMENSIONS);
    private final float[][] centres = gaussians(CENTRES, WITHIN);
    private final List<byte[]> directions = new ArrayList<>();
    private final SearchedCatalogue catalogue;

    private MeaningBenchmark(SearchedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static void main(String[] arguments) throws IOException {
        var kept = System.getProperty("index");
        var directory = kept == null ? Files.createTempDirectory("meaning-benchmark") : Path.of(kept);
        var count = Integer.parseInt(arguments[1]);
        try (var catalogue = new SearchedCatalogue(directory)) {
            var benchmark = new MeaningBenchmark(catalogue);
            IntStream.range(0, count).forEach(_ -> benchmark.directions.add(benchmark.anyDirection()));
            if (catalogue.index.count() != count) {
                benchmark.sell(new Fashion(Path.of(arguments[0])).products(count));
            }
            benchmark.size(directory);
            benchmark.measure();
        }
    }

    private void sell(List<Product> products) throws IOException {
        var count = products.size();
        var began = System.nanoTime();
        catalogue.index.clear();
        for (int number = 0; number < count; number++) {
            catalogue.index.add(products.get(number), directions.get(number));
        }
        catalogue.index.commit(Map.of());
        catalogue.index.refresh();
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%,d products indexed in %.0f s, %,.0f a second%n", count, seconds, count / seconds);
    }

    private void size(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var megabytes = files.mapToLong(file -> file.toFile().length()).sum() / 1e6;
            System.out.printf(
                    "%,.0f MB on disk, of them %,.0f the directions%n", megabytes, directions.size() * 384 / 1e6);
        }
    }

    private void measure() throws IOException {
        catalogue.index.read((searcher, _) -> {
            System.out.printf(
                    "%d segments%n", searcher.getIndexReader().leaves().size());
            time("nearest 100", () -> AskedFor.near(searcher, anyDirection()).length);
            time("words and meaning", () -> search(searcher, "").size());
            time(
                    "the same, category, brand, price",
                    () -> search(searcher, "&category=Apparel&brand=nike&maxPrice=9000")
                            .size());
            System.out.printf("recall@%d %.3f%n", BEST, recall(searcher));
            return true;
        });
    }

    private List<Hit> search(IndexSearcher searcher, String filters) throws IOException {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var filter : ("sort=relevance" + filters).split("&", -1)) {
            parameters.add(filter.split("=", 2)[0], filter.split("=", 2)[1]);
        }
        var words = new WordQuery(new Language(SearchedCatalogue.ENGLISH))
                .of(new Matches(searcher, catalogue.columns), "nike flipflops watch");
        var query = AskedFor.both(searcher, words.query(), AskedFor.near(searcher, anyDirection()));
        var state = catalogue.columns.of(searcher.getIndexReader());
        var found = SearchFilters.of(SearchRequest.of(parameters), query, null, null, SearchedCatalogue.NOW)
                .in(state, new Matches(searcher, catalogue.columns));
        var _ = new CountFacets(state, found, null).count();
        var scores = new WordScores(searcher, query, new Prior(0));
        return BestHits.of(state, found.all(), scores, new IdPlaces(searcher), null, 21);
    }

    @FunctionalInterface
    private interface Search {
        int find() throws IOException;
    }

    private static void time(String kind, Search search) throws IOException {
        var nanoseconds = new long[SEARCHES];
        long found = 0;
        for (int number = -SEARCHES; number < SEARCHES; number++) {
            var began = System.nanoTime();
            found += search.find();
            if (number >= 0) {
                nanoseconds[number] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanoseconds);
        System.out.printf(
                "%-36s p50 %6.2f ms  p99 %6.2f ms  (%d shown)%n",
                kind, nanoseconds[SEARCHES / 2] / 1e6, nanoseconds[SEARCHES * 99 / 100] / 1e6, found / SEARCHES / 2);
    }

    private double recall(IndexSearcher searcher) throws IOException {
        double met = 0;
        for (int sample = 0; sample < SAMPLE; sample++) {
            var direction = anyDirection();
            var exact = exact(direction);
            for (var doc : List.of(AskedFor.near(searcher, direction)).subList(0, BEST)) {
                var sku = catalogue
                        .index
                        .item(searcher, doc.doc, SearchedCatalogue.NOW)
                        .sku();
                met += exact.contains(Integer.valueOf(sku.substring(1))) ? 1 : 0;
            }
        }
        return met / SAMPLE / BEST;
    }

    private Set<Integer> exact(byte[] direction) {
        var cosines = new double[directions.size()];
        Arrays.setAll(cosines, number -> VectorUtil.cosine(direction, directions.get(number)));
        return Set.copyOf(IntStream.range(0, cosines.length)
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -cosines[number]))
                .limit(BEST)
                .toList());
    }

    /** As {@code SentenceModel} leaves it: the longest component is 127. */
    private byte[] anyDirection() {
        var centre = centres[random.nextInt(CENTRES)];
        var vector = new float[DIMENSIONS];
        for (int within = 0; within < WITHIN; within++) {
            var part = centre[within] + 0.6f * (float) random.nextGaussian();
            for (int at = 0; at < DIMENSIONS; at++) {
                vector[at] += part * space[within][at];
            }
        }
        float longest = 0;
        for (int at = 0; at < DIMENSIONS; at++) {
            vector[at] += (float) random.nextGaussian();
            longest = Math.max(longest, Math.abs(vector[at]));
        }
        var bytes = new byte[DIMENSIONS];
        for (int at = 0; at < DIMENSIONS; at++) {
            bytes[at] = (byte) Math.round(127 * vector[at] / longest);
        }
        return bytes;
    }

    private float[][] gaussians(int rows, int columns) {
        var numbers = new float[rows][columns];
        for (var row : numbers) {
            for (int at = 0; at < columns; at++) {
                row[at] = (float) random.nextGaussian();
            }
        }
        return numbers;
    }
}
