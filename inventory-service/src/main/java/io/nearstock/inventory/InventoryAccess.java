package io.nearstock.inventory;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody asks what is where; staff with the scope {@code inventory} move it. */
@Configuration(proxyBeanMethods = false)
class InventoryAccess {

    @Bean
    static AccessRules accessRules() {
        return AccessRules.of(rules -> rules.anyone(GET, "/api/hubs", "/api/hubs/*", "/api/availability")
                .anyone(POST, "/api/sourcing-plans")
                .staff(POST, "/api/hubs", "inventory")
                .staff(PUT, "/api/hubs/*", "inventory")
                .role(POST, "/api/stock/*/subscriptions", "customer")
                .role(DELETE, "/api/stock/*/subscriptions", "customer")
                .staff(GET, "/api/stock/**", "inventory")
                .staff(POST, "/api/stock/**", "inventory")
                .staff(GET, "/api/holds/*", "inventory")
                .staff(GET, "/api/demand-patterns/*", "inventory")
                .staff(GET, "/api/demand-events", "inventory")
                .staff(PUT, "/api/demand-events/*", "inventory")
                .staff(DELETE, "/api/demand-events/*", "inventory")
                .staff(GET, "/api/forecasts", "inventory")
                .staff(GET, "/api/replenishment-proposals/**", "inventory")
                .staff(POST, "/api/replenishment-proposals/*/*", "inventory")
                .staff(PATCH, "/api/replenishment-proposals/*", "inventory")
                .staff(GET, "/api/suppliers/**", "inventory")
                .staff(POST, "/api/suppliers/**", "inventory")
                .staff(PUT, "/api/suppliers/*", "inventory")
                .staff(DELETE, "/api/suppliers/**", "inventory")
                .staff(GET, "/api/purchase-orders/**", "inventory")
                .staff(POST, "/api/purchase-orders/**", "inventory")
                .staff(GET, "/api/sourcing-requests/**", "inventory")
                .staff(POST, "/api/sourcing-requests/**", "inventory")
                .role(GET, "/api/partner/**", "supplier")
                .role(POST, "/api/partner/**", "supplier")
                .role(PUT, "/api/partner/**", "supplier"));
    }
}
