package io.nearstock.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changes products.
 *
 * @param actor the account or client
 * @param jobId the import or move that says so; null where a product is changed alone
 */
public record Edit(String actor, @Nullable String jobId, Instant at) {

    public static Edit by(String actor, Instant at) {
        return new Edit(actor, null, at);
    }
}
