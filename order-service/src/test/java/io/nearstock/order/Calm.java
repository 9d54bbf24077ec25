package io.nearstock.order;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/** Ends every fault that a test has begun, and what the service remembers of it. */
public record Calm(StubShop shop, StubProvider provider, CircuitBreakerRegistry breakers) {

    public void again() {
        shop.recover();
        provider.recover();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }
}
