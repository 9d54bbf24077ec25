package io.nearstock.chassis.messaging;

import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The current trace as W3C writes it. */
record Traceparent(Supplier<@Nullable Tracer> tracer) implements Supplier<@Nullable String> {

    @Override
    public @Nullable String get() {
        var current = tracer.get();
        var span = current == null ? null : current.currentSpan();
        if (span == null || span.context().traceId().isEmpty()) {
            return null;
        }
        var context = span.context();
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
