package io.nearstock.catalog.search;

import io.nearstock.catalog.StartedCatalog;
import java.io.IOException;
import java.util.Map;

/**
 * The service in a JVM of its own for {@link ServedSearchBenchmark}. Takes the directory of its index, says when it can be
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
        System.out.println(READY + service.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
