package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Stock that is wanted and that nobody we know offers, or not soon enough: suppliers bid for it. A value; each change is
 * the next version.
 *
 * @param news the message that it was opened upon, if one was; unique, so that hearing it again opens nothing
 * @param open what it is for, while it is open; unique, so nothing is asked for twice
 * @param awarded the bid that won
 * @param orderId the order that it became
 */
public record SourcingRequest(
        @BsonId String id,
        String sku,
        String hubId,
        int quantity,
        @Nullable LocalDate neededBy,
        String cause,
        @Nullable String news,
        List<Bid> bids,
        @Nullable String open,
        @Nullable String awarded,
        @Nullable String orderId,
        Instant at,
        long version) {

    /** What a supplier would do it for; its last bid counts. */
    public record Bid(
            String id,
            String supplierId,
            Money unitCost,
            int minimumQuantity,
            int packSize,
            int leadTimeDays,
            Instant at) {

        /** As an offer from then on. */
        public Offer offer(String sku) {
            return Offer.of(supplierId, sku, unitCost, minimumQuantity, packSize, leadTimeDays, null, null);
        }
    }

    public static SourcingRequest opened(
            String id,
            String sku,
            String hubId,
            int quantity,
            @Nullable LocalDate neededBy,
            String cause,
            Instant now) {
        return new SourcingRequest(
                id,
                sku,
                hubId,
                quantity,
                neededBy,
                cause,
                null,
                List.of(),
                StockRow.id(sku, hubId),
                null,
                null,
                now,
                1);
    }

    public SourcingRequest upon(String messageId) {
        return new SourcingRequest(
                id, sku, hubId, quantity, neededBy, cause, messageId, bids, open, awarded, orderId, at, version);
    }

    public boolean isOpen() {
        return open != null;
    }

    public Optional<Bid> bid(String bidId) {
        return bids.stream().filter(bid -> bid.id().equals(bidId)).findFirst();
    }

    public SourcingRequest with(Bid bid) {
        var others = bids.stream().filter(each -> !each.supplierId().equals(bid.supplierId()));
        return next(Stream.concat(others, Stream.of(bid)).toList(), open, awarded, orderId);
    }

    public SourcingRequest awardedTo(Bid bid, String orderId) {
        return next(bids, null, bid.id(), orderId);
    }

    private SourcingRequest next(
            List<Bid> bids, @Nullable String open, @Nullable String awarded, @Nullable String orderId) {
        return new SourcingRequest(
                id, sku, hubId, quantity, neededBy, cause, news, bids, open, awarded, orderId, at, version + 1);
    }
}
