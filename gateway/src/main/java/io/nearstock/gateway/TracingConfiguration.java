package io.nearstock.gateway;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries a trace on even where none is exported; Spring Boot ties the two together. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    TextMapPropagator traceContext() {
        return W3CTraceContextPropagator.getInstance();
    }
}
