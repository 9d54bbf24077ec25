package io.nearstock.inventory;

import java.time.Duration;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or an adjustment: a step upon stock that a person ordered, kept as its record.
 *
 * @param expected for an adjustment by compare-and-set: what must be on hand
 * @param nextActionAt when somebody else must finish it; null once it is accepted or refused
 */
public record Posting(
        @BsonId String id,
        Step step,
        @Nullable Integer expected,
        Status status,
        @Nullable Instant nextActionAt) {

    /** How far it is. */
    public enum Status {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    public static Posting open(Step step, @Nullable Integer expected, Duration lease) {
        return new Posting(step.id(), step, expected, Status.OPEN, step.at().plus(lease));
    }
}
