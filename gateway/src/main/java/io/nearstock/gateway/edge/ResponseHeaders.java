package io.nearstock.gateway.edge;

import static org.springframework.http.HttpHeaders.SERVER;

import io.nearstock.gateway.Traces;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each answer what a browser needs to stay safe, and the trace by which we find the request again. */
@Component
@Order(-400)
final class ResponseHeaders implements WebFilter {

    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";
    private static final String SWAGGER_UI_RUNS =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; " + "img-src 'self' data:; frame-ancestors 'none'";

    private final boolean strictTransport;

    ResponseHeaders(EdgeSettings settings) {
        strictTransport = settings.strictTransport();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            complete(exchange, exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void complete(ServerWebExchange exchange, HttpHeaders headers) {
        var path = exchange.getRequest().getURI().getRawPath();
        var runsScripts = path.startsWith("/swagger-ui/");
        headers.set("Content-Security-Policy", runsScripts ? SWAGGER_UI_RUNS : NOTHING_RUNS);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.remove(SERVER);
        headers.remove("X-XSS-Protection");
        if (strictTransport) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        Traces.of(exchange).ifPresent(trace -> {
            var sampled = Boolean.TRUE.equals(trace.sampled()) ? "01" : "00";
            headers.set("traceparent", "00-" + trace.traceId() + "-" + trace.spanId() + "-" + sampled);
        });
    }
}
