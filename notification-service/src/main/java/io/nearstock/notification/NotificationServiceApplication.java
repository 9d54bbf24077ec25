package io.nearstock.notification;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.nearstock.chassis.security.AccessRules;
import org.eclipse.angus.mail.util.MailStreamProvider;
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
        // Jakarta Mail would search the whole class path for its one provider, several times a mail.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        SpringApplication.run(NotificationServiceApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(rules -> rules.staff(POST, "/api/notifications/*/resend", "support")
                .staff(GET, "/api/notifications", "support", "customer"));
    }
}
