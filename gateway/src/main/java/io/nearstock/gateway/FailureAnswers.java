package io.nearstock.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns whatever failed on the way into a problem. Its message stays in the log: it may name classes and addresses. */
@Component
@Order(-2) // before Spring Boot's own error page
final class FailureAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureAnswers.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        forgetTheServicesAnswer(exchange);
        return switch (failure) {
            case CallNotPermittedException open -> away(exchange, open);
            case ConnectException refused -> away(exchange, refused);
            case UnknownHostException unknown -> away(exchange, unknown);
            case ErrorResponseException status -> status(exchange, status);
            case IOException broken -> broken(exchange, broken);
            case Throwable unexpected -> unexpected(exchange, unexpected);
        };
    }

    private static Mono<Void> away(ServerWebExchange exchange, Throwable why) {
        log.debug("no answer for {}", exchange.getRequest().getPath(), why);
        return Problem.unavailable("This part of the shop cannot answer now.").answer(exchange, SOON);
    }

    private static Mono<Void> status(ServerWebExchange exchange, ErrorResponseException failure) {
        return switch (failure.getStatusCode().value()) {
            case 404 -> Problem.NOT_FOUND.answer(exchange);
            case 503 -> away(exchange, failure);
            case 504 -> late(exchange, failure);
            default -> refused(exchange, failure.getStatusCode(), failure.getHeaders());
        };
    }

    private static Mono<Void> late(ServerWebExchange exchange, Throwable late) {
        log.warn("too late an answer for {}: {}", exchange.getRequest().getPath(), late.getMessage());
        var problem = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "timeout",
                "No answer came in time. What was asked may still have happened: repeat it with the same key.");
        return problem.answer(exchange, SOON);
    }

    private static Mono<Void> refused(ServerWebExchange exchange, HttpStatusCode answered, HttpHeaders headers) {
        var status = HttpStatus.valueOf(answered.value());
        exchange.getResponse().getHeaders().putAll(headers);
        return new Problem(status, code(status), status.getReasonPhrase() + ".").answer(exchange);
    }

    /** As the services name it. */
    private static String code(HttpStatus status) {
        return status == HttpStatus.UNAUTHORIZED
                ? "unauthenticated"
                : status.name().toLowerCase(Locale.ROOT);
    }

    private static Mono<Void> broken(ServerWebExchange exchange, IOException broken) {
        log.warn("a broken answer for {}: {}", exchange.getRequest().getPath(), broken.toString());
        return new Problem(HttpStatus.BAD_GATEWAY, "bad_gateway", "The answer from inside was broken off.")
                .answer(exchange);
    }

    private static Mono<Void> unexpected(ServerWebExchange exchange, Throwable unexpected) {
        log.error("unexpected failure", unexpected);
        return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.")
                .answer(exchange);
    }

    /** A service's headers may be there already when its body breaks off; they would belie ours. */
    private static void forgetTheServicesAnswer(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        exchange.getResponse().getHeaders().remove(HttpHeaders.ETAG);
    }
}
