package io.nearstock.testkit;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@code @Import(TestServers.class)} gives a Spring test its servers: a database under a fresh name, topics and groups
 * under a fresh prefix, and an account server that vouches for {@link TestTokens}. Servers named by the environment
 * ({@code MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS}) come first, then containers where a Docker engine answers,
 * then servers in this process; each starts when somebody first asks for its address. Service discovery and the export
 * of traces are off; whatever a test's own properties say wins.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestServers {

    /** For a context that no test framework makes, such as an ApplicationContextRunner's: its initializer. */
    public static void prepare(ConfigurableApplicationContext context) {
        TestProperties.of(Names.fresh()).addTo(context.getEnvironment());
    }

    @Bean
    TestEvents testEvents(Environment environment) {
        return new TestEvents(environment.getRequiredProperty(TestProperties.NAMESPACE));
    }
}
