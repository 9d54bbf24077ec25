package io.nearstock.inventory;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Customers have found that a supplier's goods turned bad.
 *
 * @param lot of which they are, as far as that is known
 * @param aspect of which they complain most, if they name one
 */
public record QualityAlert(
        @BsonId String id,
        String supplierId,
        String sku,
        @Nullable String lot,
        @Nullable String aspect,
        Instant at) {}
