package io.nearstock.inventory;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
class InventoryServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(InventoryServiceApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(rules -> rules.anyone(GET, "/api/hubs", "/api/hubs/*", "/api/availability")
                .anyone(POST, "/api/sourcing-plans")
                .staff(POST, "/api/hubs", "inventory")
                .staff(PUT, "/api/hubs/*", "inventory")
                .staff(GET, "/api/stock/**", "inventory")
                .staff(POST, "/api/stock/**", "inventory")
                .staff(GET, "/api/holds/*", "inventory"));
    }

    @Bean
    Distances distances() {
        return new GreatCircle();
    }
}
