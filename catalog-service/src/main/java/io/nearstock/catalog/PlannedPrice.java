package io.nearstock.catalog;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What a product will cost from a moment on.
 *
 * @param actor who says so
 * @param jobId the import that says so
 */
public record PlannedPrice(@BsonId String id, String sku, Money price, Instant from, String actor, String jobId) {

    public static PlannedPrice of(String sku, Money price, Instant from, Edit edit) {
        var job = edit.jobId() == null ? "" : edit.jobId();
        return new PlannedPrice(sku + "@" + from, sku, price, from, edit.actor(), job);
    }
}
