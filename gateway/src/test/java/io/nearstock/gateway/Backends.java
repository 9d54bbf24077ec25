package io.nearstock.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services behind the gateway under test. Of catalog-service one of two instances is gone, inventory-service is gone
 * altogether, and notification-service was never there.
 */
public final class Backends implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final Backend ACCOUNTS = new Backend("account-service");
    public static final Backend CATALOG = new Backend("catalog-service");
    public static final Backend ORDERS = new Backend("order-service");
    private static final String NOBODY = "http://localhost:" + freePort();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.of(
                        "spring.cloud.discovery.enabled",
                        "true",
                        instance("account-service", 0),
                        ACCOUNTS.url(),
                        instance("order-service", 0),
                        ORDERS.url(),
                        instance("catalog-service", 0),
                        NOBODY,
                        instance("catalog-service", 1),
                        CATALOG.url(),
                        instance("inventory-service", 0),
                        NOBODY,
                        "spring.cloud.gateway.server.webflux.httpclient.response-timeout",
                        "1s",
                        "nearstock.gateway.edge.origins",
                        "https://shop.example",
                        "nearstock.gateway.route.avoid",
                        "1ms"))
                .applyTo(context);
    }

    private static String instance(String service, int number) {
        return "spring.cloud.discovery.client.simple.instances." + service + "[" + number + "].uri";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
