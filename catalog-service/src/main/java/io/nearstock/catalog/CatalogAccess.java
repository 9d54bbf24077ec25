package io.nearstock.catalog;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody reads; staff with the scope {@code catalog} write, and customers ask and review. */
@Configuration(proxyBeanMethods = false)
class CatalogAccess {

    @Bean
    static AccessRules accessRules() {
        return AccessRules.of(rules -> rules.staff(GET, "/api/products/reviews", "catalog")
                .signedIn(GET, "/api/products/*/reviews/*")
                .role(POST, "/api/products/*/reviews", "customer")
                .role(PUT, "/api/products/*/reviews/*", "customer")
                .role(POST, "/api/products/*/reviews/*/helpful", "customer")
                .staff(GET, "/api/products/export", "catalog")
                .staff(GET, "/api/products/withheld", "catalog")
                .staff(GET, "/api/products/*/changes", "catalog")
                .staff(GET, "/api/products/*/prices/planned", "catalog")
                .anyone(GET, "/api/products/**", "/api/categories")
                .staff(GET, "/api/categories/moves/*", "catalog")
                .staff(POST, "/api/categories/moves", "catalog")
                .anyone(POST, "/api/quotes")
                .role(POST, "/api/products/*/questions", "customer")
                .staff(POST, "/api/products/*/questions/*/answers", "catalog", "supplier", "customer")
                .staff(POST, "/api/products/**", "catalog")
                .staff(PUT, "/api/products/**", "catalog")
                .staff(PATCH, "/api/products/**", "catalog")
                .staff(DELETE, "/api/products/**", "catalog")
                .staff(GET, "/api/promotions/**", "catalog")
                .staff(POST, "/api/promotions", "catalog")
                .staff(PUT, "/api/promotions/**", "catalog")
                .staff(GET, "/api/segments/**", "catalog")
                .staff(PUT, "/api/segments/**", "catalog")
                .staff(DELETE, "/api/segments/**", "catalog")
                .role(GET, "/api/wishlist", "customer")
                .role(PUT, "/api/wishlist/*", "customer")
                .role(DELETE, "/api/wishlist/*", "customer")
                .staff(GET, "/api/price-lists/**", "catalog")
                .staff(POST, "/api/price-lists", "catalog")
                .staff(PUT, "/api/price-lists/**", "catalog")
                .staff(DELETE, "/api/price-lists/**", "catalog")
                .staff(GET, "/api/price-proposals/**", "catalog")
                .staff(POST, "/api/price-proposals/*/*", "catalog")
                .staff(GET, "/api/jobs/**", "catalog"));
    }
}
