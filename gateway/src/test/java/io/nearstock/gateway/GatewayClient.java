package io.nearstock.gateway;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whoever comes from outside. */
class GatewayClient {

    @Bean
    @Lazy
    WebTestClient outside(Environment environment) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
