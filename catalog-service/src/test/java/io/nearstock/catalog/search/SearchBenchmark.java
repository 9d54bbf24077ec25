package io.nearstock.catalog.search;

import io.nearstock.catalog.Product;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the search in process, without HTTP: how fast an index is built and opened again, and how long searches take. Run by hand,
 * with the fashion file, the number of products and, where they shall have any, that of variants each has beside itself as
 * arguments; beyond the file, products are made of its words. {@code -Dsearches=N} of each kind are measured after as many
 * to warm up; requests a second and core are by the processor time of the searching thread.
 */
final class SearchBenchmark {

    private static final int SEARCHES = Integer.getInteger("searches", 3_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(7);
    private final List<Product> products;
    private final SearchedCatalogue catalogue;

    private SearchBenchmark(List<Product> products, SearchedCatalogue catalogue) {
        this.products = products;
        this.catalogue = catalogue;
    }

    public static void main(String[] arguments) throws IOException {
        var each = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        var products = new Fashion(Path.of(arguments[0]))
                .products(Integer.parseInt(arguments[1])).stream()
                        .flatMap(product -> withVariants(product, each))
                        .toList();
        var directory = Files.createTempDirectory("search-benchmark");
        try (var catalogue = new SearchedCatalogue(directory)) {
            var began = System.nanoTime();
            catalogue.sell(products);
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%,d products indexed in %.1f s, %,.0f a second%n",
                    products.size(), seconds, products.size() / seconds);
            new SearchBenchmark(products, catalogue).measure();
        }
        openAgain(directory);
    }

    private static void openAgain(Path directory) throws IOException {
        var began = System.nanoTime();
        try (var catalogue = new SearchedCatalogue(directory)) {
            var total = catalogue.find("sort=price").total();
            System.out.printf(
                    "opened again, %,d products are found after %.2f s%n", total, (System.nanoTime() - began) / 1e9);
        }
    }

    private static Stream<Product> withVariants(Product product, int variants) {
        var price = product.details().price().amount();
        return Stream.concat(
                Stream.of(product),
                IntStream.range(0, variants)
                        .mapToObj(size -> SearchedCatalogue.variant(
                                product, product.sku() + "-" + size, price + size, Map.of("size", "" + size))));
    }

    private void measure() {
        fillHubs();
        new SearchTraffic(products, random).kinds().forEach(kind -> measure(kind.name(), kind.query()));
    }

    /** Three quarters of all products are in one hub. */
    private void fillHubs() {
        for (int hub = 0; hub < SearchTraffic.HUBS; hub++) {
            catalogue.stock.hub("hub_" + hub, "Hub " + hub, SearchTraffic.place(hub), 1);
        }
        products.forEach(product -> catalogue.stock.level(
                product.sku(), "hub_" + random.nextInt(SearchTraffic.HUBS), random.nextInt(4), 1));
    }

    private void measure(String kind, Supplier<String> query) {
        var nanoseconds = new long[SEARCHES];
        long found = 0;
        long processor = 0;
        for (int search = -SEARCHES; search < SEARCHES; search++) {
            var text = query.get();
            var began = System.nanoTime();
            var used = THREADS.getCurrentThreadCpuTime();
            var total = catalogue.find(text).total();
            if (search >= 0) {
                processor += THREADS.getCurrentThreadCpuTime() - used;
                nanoseconds[search] = System.nanoTime() - began;
                found += total;
            }
        }
        Arrays.sort(nanoseconds);
        System.out.printf(
                "%-36s p50 %6.2f ms  p99 %6.2f ms  %,7.0f a second and core  %,d found on average%n",
                kind,
                nanoseconds[SEARCHES / 2] / 1e6,
                nanoseconds[SEARCHES * 99 / 100] / 1e6,
                SEARCHES / (processor / 1e9),
                found / SEARCHES);
    }
}
