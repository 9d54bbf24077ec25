package io.nearstock.gateway.token;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpHeaders.WWW_AUTHENTICATE;

import io.nearstock.gateway.Problem;
import io.nearstock.gateway.token.AccessTokens.Verdict;
import io.nearstock.gateway.token.AccessTokens.Verdict.Bad;
import io.nearstock.gateway.token.AccessTokens.Verdict.Good;
import io.nearstock.gateway.token.AccessTokens.Verdict.Undecided;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Refuses a request with a bad token. One without a token passes: its service knows whether it needs one. */
@Component
@Order(-100)
final class TokenCheck implements WebFilter {

    private static final String BEARER = "Bearer ";
    private static final Problem INVALID = new Problem(
            HttpStatus.UNAUTHORIZED, "invalid_token", "The access token has expired, was revoked or is not ours.");

    private static final Problem INSIDE_ONLY =
            new Problem(HttpStatus.FORBIDDEN, "forbidden", "This token is of no use here.");

    private final AccessTokens tokens;
    private final RevokedSessions revoked;

    TokenCheck(AccessTokens tokens, RevokedSessions revoked) {
        this.tokens = tokens;
        this.revoked = revoked;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var header = exchange.getRequest().getHeaders().getFirst(AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return chain.filter(exchange);
        }
        var token = header.substring(BEARER.length()).strip();
        var known = tokens.known(token);
        return known.isPresent()
                ? decide(new Good(known.get()), exchange, chain)
                : Mono.fromCallable(() -> tokens.verify(token))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(verdict -> decide(verdict, exchange, chain));
    }

    private Mono<Void> decide(Verdict verdict, ServerWebExchange exchange, WebFilterChain chain) {
        return switch (verdict) {
            case Good(var token) when revoked.has(token) -> refuse(exchange);
            case Good(var token) when token.caller().isService() -> INSIDE_ONLY.answer(exchange);
            case Good(var token) -> {
                token.caller().arriveAt(exchange);
                yield chain.filter(exchange);
            }
            case Bad() -> refuse(exchange);
            case Undecided() ->
                Problem.unavailable("The access token cannot be checked now.").answer(exchange, Duration.ofSeconds(1));
        };
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return INVALID.answer(exchange);
    }
}
