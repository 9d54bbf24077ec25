package io.nearstock.order;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The services around this one, as small servers of the test's own; each context has its own. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    static final String WEBHOOK_SECRET = "whsec_bmVhcnN0b2NrLW9yZGVyLXNlcnZpY2UtdGVzdHM=";

    private static final StubShop SHOP = new StubShop();
    private static final StubProvider PROVIDER = new StubProvider();

    @Bean
    StubShop shop() {
        return SHOP;
    }

    @Bean
    StubProvider provider() {
        return PROVIDER;
    }

    @Bean
    Commands commands() {
        return new Commands();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer noting(Commands commands) {
        return settings -> settings.addCommandListener(commands);
    }

    @Bean
    Calm calm(CircuitBreakerRegistry breakers) {
        return new Calm(SHOP, PROVIDER, breakers);
    }

    @Bean
    DynamicPropertyRegistrar addresses() {
        return registry -> properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Patient clients, so that no test depends on speed; a hasty sweeper, so that none takes long. */
    static Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        for (var service : List.of("inventory-service", "catalog-service", "account-service")) {
            var config = "spring.cloud.openfeign.client.config." + service;
            properties.put(config + ".url", SHOP.url());
            properties.put(config + ".connect-timeout", 20_000);
            properties.put(config + ".read-timeout", 20_000);
        }
        var payment = "nearstock.order.payment.";
        properties.put(payment + "answer-within", "30s");
        properties.put(payment + "provider.url", PROVIDER.url());
        properties.put(payment + "provider.webhook-secret", WEBHOOK_SECRET);
        properties.put(payment + "provider.connect-timeout", "20s");
        properties.put(payment + "provider.read-timeout", "20s");
        var sweep = "nearstock.order.sweep.";
        properties.put(sweep + "every", "50ms");
        properties.put(sweep + "grace", "500ms");
        properties.put(sweep + "lease", "500ms");
        properties.put(sweep + "patience", "1s");
        return properties;
    }
}
