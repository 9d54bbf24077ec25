package io.nearstock.catalog;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody reads; staff with the scope {@code catalog} write. */
@Configuration(proxyBeanMethods = false)
class CatalogAccess {

    @Bean
    static AccessRules accessRules() {
        return AccessRules.of(rules -> rules.anyone(GET, "/api/products/**", "/api/categories")
                .anyone(POST, "/api/quotes")
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
                .staff(GET, "/api/jobs/**", "catalog"));
    }
}
