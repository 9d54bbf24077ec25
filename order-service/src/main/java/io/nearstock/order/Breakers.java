package io.nearstock.order;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;

/** Circuit breakers as every call out of this service has them: half of the last calls failed, two seconds of rest. */
public final class Breakers {

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .build();

    private Breakers() {}

    public static CircuitBreaker of(String name, CircuitBreakerRegistry breakers) {
        return breakers.circuitBreaker(name, CONFIG);
    }
}
