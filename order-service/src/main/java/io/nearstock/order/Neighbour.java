package io.nearstock.order;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.UnavailableException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to another service, outermost first: the circuit breaker here, one more try where no connection came about
 * (the chassis gives it to every client), the client's timeouts. A refusal is an answer like any other, so the calls
 * make a value of it before the breaker could count it.
 */
final class Neighbour {

    private static final Logger log = LoggerFactory.getLogger(Neighbour.class);

    private final CircuitBreaker breaker;

    Neighbour(String name, CircuitBreakerRegistry breakers) {
        breaker = Breakers.of(name, breakers);
    }

    /** Empty when there is no answer; the call may have arrived all the same. */
    <T> Optional<T> call(Supplier<T> call) {
        try {
            return Optional.of(breaker.executeSupplier(call));
        } catch (FeignException | CallNotPermittedException | UnavailableException away) {
            log.warn("no answer from {}: {}", breaker.getName(), away.getMessage());
            return Optional.empty();
        }
    }
}
