package io.nearstock.notification;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;

@EnableFeignClients
@SpringBootApplication
@ConfigurationPropertiesScan
class NotificationServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(NotificationServiceApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(rules -> rules.staff(POST, "/api/notifications/*/resend", "support")
                .staff(GET, "/api/notifications", "support", "customer"));
    }
}
