package io.nearstock.catalog.search;

import io.nearstock.catalog.StartedCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The service in a JVM of its own for {@link ServedSearchBenchmark}. Takes the directory of its index and, where
 * the database shall not have the products, the fashion file and how many it writes into the index itself; says when it can be
 * asked and where, and lives until it is ended. It gives no product a meaning.
 */
final class ServedSearch {

    static final String NAME = "served";
    static final String READY = "SERVES AT ";

    private ServedSearch() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> settings = Map.of(
                "server.port",
                "0",
                "spring.mongodb.database",
                NAME,
                "nearstock.messaging.namespace",
                NAME + ".",
                "nearstock.catalog.search.directory",
                arguments[0],
                "nearstock.catalog.search.meaning.enabled",
                "false");
        var service = StartedCatalog.with(settings);
        if (arguments.length > 1) {
            write(service.getBean(ProductIndex.class), arguments[1], Integer.parseInt(arguments[2]));
        }
        System.out.println(READY + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void write(ProductIndex index, String file, int count) throws IOException {
        var products = new Fashion(Path.of(file)).products(count);
        var began = System.nanoTime();
        for (var product : products) {
            index.add(product, null);
        }
        index.commit(Map.of());
        index.refresh();
        System.out.printf("%,d products written to the index in %.1f s%n", count, (System.nanoTime() - began) / 1e9);
    }
}
