package io.nearstock.chassis.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Hands traces on, over HTTP too, where nothing exports them: Spring Boot would stop doing so with the export. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
public class TraceContextAutoConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "management.tracing.export.enabled", havingValue = false)
    TextMapPropagator traceContext() {
        return W3CTraceContextPropagator.getInstance();
    }
}
