package io.nearstock.order;

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
    DynamicPropertyRegistrar addresses() {
        return properties -> {
            for (var service : new String[] {"inventory-service", "catalog-service", "account-service"}) {
                properties.add("spring.cloud.openfeign.client.config." + service + ".url", SHOP::url);
            }
            properties.add("nearstock.order.payment.provider.url", PROVIDER::url);
            properties.add("nearstock.order.payment.provider.webhook-secret", () -> WEBHOOK_SECRET);
            properties.add("nearstock.order.sweep.every", () -> "50ms");
            properties.add("nearstock.order.sweep.grace", () -> "500ms");
            properties.add("nearstock.order.sweep.lease", () -> "500ms");
            properties.add("nearstock.order.sweep.patience", () -> "1s");
        };
    }
}
