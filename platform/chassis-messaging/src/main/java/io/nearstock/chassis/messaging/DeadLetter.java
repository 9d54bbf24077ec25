package io.nearstock.chassis.messaging;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A message that can never be handled as it is. Public because the driver makes it.
 *
 * @param id topic, partition and offset, so that a redelivery makes no second one
 */
public record DeadLetter(
        @BsonId String id,
        String topic,
        @Nullable String type,
        @Nullable String key,
        @Nullable String eventId,
        long sequence,
        @Nullable Instant occurredAt,
        @Nullable String payload,
        String reason,
        Instant diedAt) {

    /** The event that it was, where it was one. */
    Event event() {
        if (type == null || key == null || eventId == null || occurredAt == null || payload == null) {
            throw new PoisonException("it was no event that could be read");
        }
        return new Event(eventId, type, key, sequence, occurredAt, payload);
    }
}
