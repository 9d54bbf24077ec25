package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.replenishment.Need.Donor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as staff see it.
 *
 * @param kind whether it is bought or moved
 * @param quantity how many it is for: what somebody chose, or else what was computed
 * @param position available and on order, when it was computed
 * @param leadTimeDemand what is wanted until an order has come
 * @param offer whose; absent where nobody offers it, and then {@code problem} says so
 * @param donor the hub that it comes from, where it is a transfer
 * @param purchaseOrderId the order that it was approved for
 * @param transferId the transfer that it was approved for
 */
record ProposalView(
        String id,
        String sku,
        String hubId,
        String kind,
        String status,
        int quantity,
        int computedQuantity,
        int position,
        int reorderPoint,
        int orderUpTo,
        int leadTimeDays,
        Spread leadTimeDemand,
        @Nullable SupplyOffer offer,
        @Nullable Donor donor,
        @Nullable String problem,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String purchaseOrderId,
        @Nullable String transferId) {

    record Spread(double mean, double deviation) {}

    static ProposalView of(Proposal proposal) {
        var need = proposal.need();
        var decision = proposal.decision();
        var isTransfer = need.donor() != null;
        return new ProposalView(
                proposal.id(),
                proposal.sku(),
                proposal.hubId(),
                isTransfer ? "transfer" : "purchase",
                proposal.status().wireName(),
                proposal.quantity(),
                need.quantity(),
                need.position(),
                need.reorderPoint(),
                need.orderUpTo(),
                need.leadTimeDays(),
                new Spread(need.mean(), need.deviation()),
                need.offer(),
                need.donor(),
                need.isUnmet() ? "no_offer" : null,
                proposal.madeAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                isTransfer ? null : proposal.becomes(),
                isTransfer ? proposal.becomes() : null);
    }
}
