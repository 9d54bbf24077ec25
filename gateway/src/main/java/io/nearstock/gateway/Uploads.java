package io.nearstock.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * The few paths that take whole files. They are streamed, never held.
 *
 * @param paths where files are taken
 * @param body the largest file
 * @param timeout how long its service may take until it answers, the upload included
 */
@ConfigurationProperties("nearstock.gateway.uploads")
public record Uploads(
        @DefaultValue({"/api/products/import", "/api/products/prices/import", "/api/partner/offers"})
        List<String> paths,

        @DefaultValue("256MB") DataSize body,
        @DefaultValue("5m") Duration timeout) {

    public boolean include(ServerWebExchange exchange) {
        return paths.contains(exchange.getRequest().getURI().getRawPath());
    }
}
