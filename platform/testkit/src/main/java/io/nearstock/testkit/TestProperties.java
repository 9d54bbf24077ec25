package io.nearstock.testkit;

import static java.util.Map.entry;
import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** What a service under test is told about its servers; a value is made when it is first read, so unused servers rest. */
final class TestProperties extends EnumerablePropertySource<Map<String, Supplier<String>>> {

    static final String NAMESPACE = "nearstock.messaging.namespace";

    /** Where a test says its own; in this order the test framework stacks them. */
    private static final List<String> STRONGER =
            List.of(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, "Dynamic Test Properties");

    private TestProperties(Map<String, Supplier<String>> values) {
        super("nearstock test servers", values);
    }

    static TestProperties of(String name) {
        return new TestProperties(Map.ofEntries(
                entry("MONGODB_URI", MongoAddress::uri),
                entry("spring.mongodb.uri", MongoAddress::uri),
                entry("spring.mongodb.database", () -> name),
                entry("KAFKA_BOOTSTRAP_SERVERS", TestBroker::bootstrapServers),
                entry("spring.kafka.bootstrap-servers", TestBroker::bootstrapServers),
                entry(NAMESPACE, () -> name + "."),
                entry("ACCOUNT_URL", AccountServer::url),
                entry("nearstock.security.account-url", AccountServer::url),
                entry("nearstock.security.jwks-uri", () -> AccountServer.url() + "/oauth2/jwks"),
                entry("NEARSTOCK_CLIENT_SECRET", () -> "test"),
                entry("eureka.client.enabled", () -> "false"),
                entry("spring.cloud.discovery.enabled", () -> "false"),
                entry("management.tracing.export.enabled", () -> "false")));
    }

    void addTo(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        var below = STRONGER.stream().filter(sources::contains).toList();
        if (below.isEmpty()) {
            sources.addFirst(this);
        } else {
            sources.addAfter(below.getLast(), this);
        }
    }

    @Override
    public String[] getPropertyNames() {
        return source.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        var value = source.get(name);
        return value == null ? null : value.get();
    }
}
