package io.nearstock.chassis.messaging;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes outbox entries: writes the payload as JSON and remembers the trace that the caller runs in. */
public final class OutboxEntries {

    private final JsonMapper json;
    private final Supplier<@Nullable String> traceparent;

    OutboxEntries(JsonMapper json, Supplier<@Nullable String> traceparent) {
        this.json = json;
        this.traceparent = traceparent;
    }

    /** Entries without a trace, for a test without a Spring context. */
    public static OutboxEntries untraced(JsonMapper json) {
        return new OutboxEntries(json, () -> null);
    }

    /** The sequence counts the aggregate's messages from 1 without gaps. */
    public OutboxEntry entry(String aggregateId, long sequence, String type, Instant at, Object payload) {
        var id = aggregateId + "." + sequence;
        return new OutboxEntry(id, sequence, type, at, traceparent.get(), json.writeValueAsString(payload));
    }
}
