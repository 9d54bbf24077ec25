package io.nearstock.chassis.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits in its aggregate's document, in the array {@code outbox}, until the relay has sent it.
 *
 * @param id the same at every resend: the aggregate's id, a dot and the sequence
 * @param sequence counts the aggregate's messages from 1 without gaps
 * @param type the stable wire name, such as {@code order.confirmed}
 * @param traceparent the W3C trace context of the request that caused it
 * @param payload JSON
 */
public record OutboxEntry(
        String id,
        long sequence,
        String type,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    OutboxEntry withId(String other) {
        return new OutboxEntry(other, sequence, type, occurredAt, traceparent, payload);
    }
}
