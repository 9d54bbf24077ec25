package io.nearstock.catalog;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What a product will cost from a moment on.
 *
 * @param actor who says so
 * @param jobId the import that says so
 */
public record PlannedPrice(@BsonId String id, String sku, Money price, Instant from, String actor, String jobId) {

    /** Later than this nothing can be stored, and nobody means it. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    public static PlannedPrice of(String sku, Money price, Instant from, Edit edit) {
        var job = edit.jobId() == null ? "" : edit.jobId();
        var moment = from.truncatedTo(MILLIS); // as it is stored, so that who reads it can name it
        return new PlannedPrice(sku + "@" + moment, sku, price, moment, edit.actor(), job);
    }
}
