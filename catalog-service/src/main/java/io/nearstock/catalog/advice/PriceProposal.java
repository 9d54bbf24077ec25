package io.nearstock.catalog.advice;

import java.time.Instant;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Another price for a product, which a person approves or rejects. Public for the driver, which builds it by reflection.
 *
 * @param heard the sequence of the news that it was made from last
 * @param open the product's SKU while it waits for a decision: one of a product does
 * @param nextActionAt when an approval whose price is not set yet is taken up by others; null where nothing is left to do
 */
public record PriceProposal(
        @BsonId String id,
        String productId,
        String sku,
        Status status,
        Advice advice,
        long heard,
        Instant madeAt,
        @Nullable Decision decision,
        @Nullable String open,
        @Nullable Instant nextActionAt,
        long version) {

    /** Withdrawn is what nobody needs to decide upon any more. */
    public enum Status {
        PROPOSED,
        APPROVED,
        REJECTED,
        WITHDRAWN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a person has decided.
     *
     * @param key of the request
     * @param reason null for an approval
     */
    public record Decision(
            String key, String by, Instant at, @Nullable String reason) {}

    static PriceProposal of(
            String id, String productId, DemandOutlook outlook, Advice advice, long heard, Instant now) {
        return new PriceProposal(
                id, productId, outlook.sku(), Status.PROPOSED, advice, heard, now, null, outlook.sku(), null, 1);
    }

    boolean isDecidedBy(String key) {
        return decision != null && decision.key().equals(key);
    }
}
