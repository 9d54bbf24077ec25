package io.nearstock.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Which web pages may call the API from a browser. Tokens travel in a header, so no cookies are allowed. */
@Configuration(proxyBeanMethods = false)
class CorsConfiguration {

    @Bean
    @Order(-200)
    CorsWebFilter corsFilter(EdgeSettings settings) {
        var cors = new org.springframework.web.cors.CorsConfiguration();
        cors.setAllowedOrigins(settings.origins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.addAllowedHeader("*");
        cors.setExposedHeaders(List.of(
                "ETag",
                "Idempotent-Replayed",
                "Link",
                "Location",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "traceparent"));
        cors.setMaxAge(Duration.ofHours(1));
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        return new CorsWebFilter(everywhere);
    }
}
