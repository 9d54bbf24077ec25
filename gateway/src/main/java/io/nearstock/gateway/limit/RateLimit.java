package io.nearstock.gateway.limit;

import static org.springframework.http.HttpMethod.POST;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nearstock.gateway.Caller;
import io.nearstock.gateway.ClientAddress;
import io.nearstock.gateway.Problem;
import io.nearstock.gateway.limit.Bucket.Level;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets each client ask so often. Counted in this process: behind several gateways a client may ask that many times as
 * often. Headers as in draft-ietf-httpapi-ratelimit-headers-10.
 */
@Component
@Order(-50)
final class RateLimit implements WebFilter {

    private static final Problem TOO_MANY =
            new Problem(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "You ask too often: wait and go on.");

    private final LimitSettings settings;
    private final ClientAddress addresses;
    private final Cache<String, Bucket> buckets;
    private final Policy client;
    private final Policy anonymous;
    private final Policy signIn;

    /** How often somebody may ask, under the name that the headers tell. */
    private record Policy(String name, int requests, String header) {

        static Policy of(String name, int requests, Duration window) {
            return new Policy(name, requests, "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds()));
        }
    }

    RateLimit(LimitSettings settings, ClientAddress addresses) {
        this.settings = settings;
        this.addresses = addresses;
        buckets = Caffeine.newBuilder()
                .maximumSize(settings.clients())
                .expireAfterAccess(settings.window())
                .build();
        client = Policy.of("client", settings.client(), settings.window());
        anonymous = Policy.of("anonymous", settings.anonymous(), settings.window());
        signIn = Policy.of("sign-in", settings.signIn(), settings.window());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (isProbe(request.getURI().getRawPath())) {
            return chain.filter(exchange);
        }
        var caller = Caller.of(exchange);
        if (isSignIn(request)) {
            return filter(exchange, chain, signIn, addresses.of(request));
        }
        return caller.isPresent()
                ? filter(exchange, chain, client, caller.get().id())
                : filter(exchange, chain, anonymous, addresses.of(request));
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, Policy policy, String who) {
        var now = System.nanoTime();
        var bucket = buckets.get(policy.name() + " " + who, _ -> new Bucket(now));
        var level = bucket.take(now, policy.requests(), settings.window().toNanos());
        tell(exchange, policy, level);
        return level.allowed()
                ? chain.filter(exchange)
                : TOO_MANY.answer(exchange, Duration.ofNanos(level.retryAfter()));
    }

    private static void tell(ServerWebExchange exchange, Policy policy, Level level) {
        var headers = exchange.getResponse().getHeaders();
        var full = Duration.ofNanos(level.untilFull()).plusMillis(999).toSeconds();
        headers.set("RateLimit-Policy", policy.header());
        headers.set("RateLimit", "\"" + policy.name() + "\";r=" + level.remaining() + ";t=" + full);
    }

    /** A probe that is refused would restart the gateway. */
    private static boolean isProbe(String path) {
        return path.startsWith("/actuator/") || path.equals("/livez") || path.equals("/readyz");
    }

    /** A token does not help here: whoever guesses passwords may have an account of his own. */
    private boolean isSignIn(ServerHttpRequest request) {
        var path = request.getURI().getRawPath();
        return POST.equals(request.getMethod())
                && !path.startsWith("/api/accounts/me")
                && settings.signInPaths().stream().anyMatch(path::startsWith);
    }
}
