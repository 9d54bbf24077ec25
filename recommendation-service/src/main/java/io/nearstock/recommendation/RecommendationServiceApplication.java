package io.nearstock.recommendation;

import static org.springframework.http.HttpMethod.GET;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
class RecommendationServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(RecommendationServiceApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(rules -> rules.anyone(GET, "/api/recommendations", "/api/recommendations/**"));
    }
}
