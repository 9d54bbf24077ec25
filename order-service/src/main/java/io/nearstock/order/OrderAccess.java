package io.nearstock.order;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderAccess {

    /** Whose order it is, is decided where the order is read; a callback proves itself by its signature. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.of(rules -> rules.anyone(POST, "/api/payment-callbacks/*")
                .role(GET, "/api/cart", "customer")
                .role(PUT, "/api/cart/items/*", "customer")
                .role(DELETE, "/api/cart/items/*", "customer")
                .role(PUT, "/api/cart/currency", "customer")
                .role(POST, "/api/cart/coupon", "customer")
                .role(DELETE, "/api/cart/coupon", "customer")
                .role(POST, "/api/checkouts", "customer")
                .role(GET, "/api/checkouts/*", "customer")
                .role(POST, "/api/orders", "customer")
                .staff(GET, "/api/orders", "orders", "customer")
                .staff(GET, "/api/orders/**", "orders", "customer")
                .role(POST, "/api/orders/*/payments", "customer")
                .role(POST, "/api/orders/*/balance", "customer")
                .staff(POST, "/api/orders/*/cancel", "orders", "customer")
                .staff(GET, "/api/authenticity/*", "orders", "customer")
                .staff(POST, "/api/shipments/*/dispatch", "orders", "mover")
                .staff(POST, "/api/shipments/*/deliver", "orders", "mover"));
    }
}
