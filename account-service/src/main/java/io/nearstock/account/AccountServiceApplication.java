package io.nearstock.account;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import io.nearstock.chassis.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
class AccountServiceApplication {

    @Bean
    static AccessRules rules() {
        return AccessRules.of(rules -> rules.anyone(
                        POST,
                        "/api/accounts",
                        "/api/accounts/verify",
                        "/api/accounts/password-reset",
                        "/api/accounts/password-reset/confirm",
                        "/api/sessions",
                        "/api/sessions/refresh")
                .signedIn(DELETE, "/api/sessions")
                .signedIn(GET, "/api/accounts/me")
                .signedIn(PATCH, "/api/accounts/me")
                .signedIn(POST, "/api/accounts/me/password", "/api/accounts/me/verification")
                .role(POST, "/api/admin/accounts", "admin", "staff")
                .role(POST, "/api/admin/signing-keys", "admin")
                .role(GET, "/api/partner-clients", "admin")
                .role(POST, "/api/partner-clients/**", "admin")
                .anyone(GET, "/.well-known/openid-configuration"));
    }

    public static void main(String[] args) {
        SpringApplication.run(AccountServiceApplication.class, args);
    }
}
