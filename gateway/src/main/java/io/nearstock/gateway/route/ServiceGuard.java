package io.nearstock.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What happens when a service does not answer. Inside: an instance that takes no connection is passed over, and where
 * repeating is harmless another is asked, once. Around that: a circuit breaker per service, which counts what found
 * nobody, broke off or came too late, but no answer of the service's own, be it a 503.
 */
@Component
@Order(9_000) // before the route's address is worked out, so that a second attempt does it anew
final class ServiceGuard implements GlobalFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CircuitBreakerRegistry breakers;
    private final Unreachable unreachable;

    ServiceGuard(RouteSettings settings, Unreachable unreachable, MeterRegistry metrics) {
        this.unreachable = unreachable;
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.breakerCalls())
                .minimumNumberOfCalls(settings.breakerMinimum())
                .failureRateThreshold(settings.breakerFailures())
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordException(ServiceGuard::tellsOfAbsence)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var breaker = breakers.circuitBreaker(route.getUri().getHost());
        return attempt(exchange, chain)
                .onErrorResume(
                        ConnectException.class,
                        refused -> isRepeatable(exchange.getRequest()) ? again(exchange, chain) : Mono.error(refused))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).doOnError(ConnectException.class, _ -> passOver(exchange));
    }

    private Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerWebExchangeUtils.reset(exchange);
        return attempt(exchange, chain);
    }

    private void passOver(ServerWebExchange exchange) {
        Response<ServiceInstance> chosen = exchange.getAttribute(GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        var instance = chosen == null ? null : chosen.getServer();
        if (instance != null) {
            unreachable.add(instance);
        }
    }

    /** Nothing was sent, but what asks neither safely nor with a key is for its sender to repeat. */
    private static boolean isRepeatable(ServerHttpRequest request) {
        return SAFE.contains(request.getMethod()) || request.getHeaders().containsHeader("Idempotency-Key");
    }

    /** The gateway's own 504 is a service that was too late; one that a service answers is no failure here. */
    private static boolean tellsOfAbsence(Throwable failure) {
        return failure instanceof IOException
                || (failure instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT));
    }
}
