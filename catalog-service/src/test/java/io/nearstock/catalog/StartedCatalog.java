package io.nearstock.catalog;

import io.nearstock.testkit.TestServers;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The service as a process starts it, on the servers of tests; for measurements that a test context would disturb. */
public final class StartedCatalog {

    private StartedCatalog() {}

    public static ConfigurableApplicationContext with(Map<String, Object> settings) {
        return new SpringApplicationBuilder(CatalogServiceApplication.class)
                .initializers(
                        TestServers::prepare,
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("measurement", settings)))
                .run();
    }
}
