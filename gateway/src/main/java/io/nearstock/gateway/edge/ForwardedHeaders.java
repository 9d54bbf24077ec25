package io.nearstock.gateway.edge;

import static org.springframework.http.HttpHeaders.HOST;

import io.nearstock.gateway.ClientAddress;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Tells a service where a request came from, and lets nobody else tell it that. */
@Component
final class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    private final ClientAddress addresses;

    ForwardedHeaders(ClientAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHeaders filter(HttpHeaders given, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        given.forEach((name, values) -> {
            if (!isOurs(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        var uri = exchange.getRequest().getURI();
        headers.set("X-Forwarded-For", addresses.of(exchange.getRequest()));
        headers.set("X-Forwarded-Proto", uri.getScheme());
        var host = given.getFirst(HOST);
        if (host != null) {
            headers.set("X-Forwarded-Host", host);
        }
        return headers;
    }

    /** Headers that a service believes because only the gateway can reach it. */
    private static boolean isOurs(String name) {
        return name.startsWith("x-forwarded-")
                || name.startsWith("x-nearstock-")
                || name.startsWith("x-original-")
                || name.startsWith("x-rewrite-")
                || switch (name) {
                    case "forwarded", "x-real-ip", "x-client-ip", "x-http-method-override", "baggage" -> true;
                    default -> false;
                };
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
