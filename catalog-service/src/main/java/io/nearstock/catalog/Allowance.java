package io.nearstock.catalog;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How much of a promotion, or of a customer's share of it, is used: one row, however many redemptions are open.
 *
 * @param spend in minor units
 * @param pending changes whose redemption has not been seen to have recorded them
 * @param seq grows with each change
 * @param nextActionAt when somebody must look at what is pending
 */
public record Allowance(
        @BsonId String id,
        long uses,
        long spend,
        List<Pending> pending,
        long seq,
        @Nullable Instant nextActionAt) {

    /**
     * A redemption's step upon this row.
     *
     * @param id the step's, unlike any other's
     * @param uses taken by it; 0 marks that a use came back
     */
    public record Pending(String id, String redemptionId, long uses, long spend) {

        /** What the redemption's present attempt takes. */
        public static Pending of(Redemption redemption, Use use) {
            return new Pending(redemption.takeStep(), redemption.id(), 1, use.spend());
        }
    }

    public static Allowance unused(String id) {
        return new Allowance(id, 0, 0, List.of(), 0, null);
    }

    /** As it would be decided now; only taking it decides. */
    public boolean covers(Use use) {
        var mostUses = use.mostUses();
        var mostSpend = use.mostSpend();
        return (mostUses == null || uses + 1 <= mostUses) && (mostSpend == null || spend + use.spend() <= mostSpend);
    }

    boolean has(String step) {
        return pending.stream().anyMatch(each -> each.id().equals(step));
    }
}
