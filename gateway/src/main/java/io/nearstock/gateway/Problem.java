package io.nearstock.gateway;

import static org.springframework.http.HttpHeaders.RETRY_AFTER;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's own refusal, in the words that the services use too: RFC 9457 with a stable code and the trace id. */
public record Problem(HttpStatus status, String code, String detail) {

    public static final Problem NOT_FOUND =
            new Problem(HttpStatus.NOT_FOUND, "not_found", "There is nothing here that is yours.");

    private static final JsonMapper JSON = new JsonMapper();

    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
    }

    public Mono<Void> answer(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(APPLICATION_PROBLEM_JSON);
        var body = response.bufferFactory().wrap(JSON.writeValueAsBytes(body(exchange)));
        response.getHeaders().setContentLength(body.readableByteCount());
        return response.writeWith(Mono.just(body));
    }

    /** Answers, and says when another try makes sense; less than a second counts as one. */
    public Mono<Void> answer(ServerWebExchange exchange, Duration retryAfter) {
        var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        exchange.getResponse().getHeaders().set(RETRY_AFTER, Long.toString(seconds));
        return answer(exchange);
    }

    private LinkedHashMap<String, Object> body(ServerWebExchange exchange) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:nearstock:problem:" + code);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        Traces.of(exchange).ifPresent(trace -> body.put("traceId", trace.traceId()));
        return body;
    }
}
