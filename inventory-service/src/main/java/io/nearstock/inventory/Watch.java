package io.nearstock.inventory;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear when a product is there again, once.
 *
 * @param waiting who and what, while they wait; unique, so nobody waits twice
 * @param waitingFor the product, while they wait
 */
public record Watch(
        @BsonId String id,
        String sku,
        String accountId,
        Instant since,
        @Nullable String waiting,
        @Nullable String waitingFor) {

    public static Watch begun(String id, String sku, String accountId, Instant now) {
        return new Watch(id, sku, accountId, now, waiting(sku, accountId), sku);
    }

    static String waiting(String sku, String accountId) {
        return accountId + "#" + sku;
    }

    /** Told to whoever can reach the account, for one watch. */
    public record Due(Watch watch, Instant at) {}
}
