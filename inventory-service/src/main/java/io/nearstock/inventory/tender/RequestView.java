package io.nearstock.inventory.tender;

import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Withdrawal;
import io.nearstock.inventory.tender.Ranking.Ranked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as staff sees it.
 *
 * @param supplierIds who may bid; null for all
 * @param currency what bids are in
 * @param bids the best first, with what an award would buy and what each part of its rank came to
 * @param reason why it was withdrawn
 */
record RequestView(
        String id,
        String sku,
        String hubId,
        int quantity,
        @Nullable LocalDate neededBy,
        @Nullable List<String> supplierIds,
        String currency,
        String status,
        String cause,
        List<Ranked> bids,
        Ranking.Weights weights,
        @Nullable String awarded,
        @Nullable String reason,
        Instant at) {

    static RequestView of(SourcingRequest request, Ranking ranking) {
        var withdrawal = request.withdrawal();
        return new RequestView(
                request.id(),
                request.sku(),
                request.hubId(),
                request.quantity(),
                request.neededBy(),
                request.invited(),
                ranking.currency(),
                status(request, withdrawal),
                request.cause(),
                ranking.of(request),
                Ranking.WEIGHTS,
                request.awarded(),
                withdrawal == null ? null : withdrawal.reason(),
                request.at());
    }

    private static String status(SourcingRequest request, @Nullable Withdrawal withdrawal) {
        if (request.isOpen()) {
            return "open";
        }
        return withdrawal == null ? "awarded" : "withdrawn";
    }
}
