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
 * @param invited the suppliers that may bid; null for all
 * @param news the message that it was opened upon, if one was; unique, so that hearing it again opens nothing
 * @param open what it is for, while it is open; unique, so nothing is asked for twice
 * @param awarded the bid that won
 * @param orderId the order that it became
 * @param withdrawal how it ended without one
 */
public record SourcingRequest(
        @BsonId String id,
        String sku,
        String hubId,
        int quantity,
        @Nullable LocalDate neededBy,
        @Nullable List<String> invited,
        String cause,
        @Nullable String news,
        List<Bid> bids,
        @Nullable String open,
        @Nullable String awarded,
        @Nullable String orderId,
        @Nullable Withdrawal withdrawal,
        Instant at,
        long version) {

    /** What can be asked for at once. */
    public static final int MOST_UNITS = 1_000_000;

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

        /** How many must be bought to have so many: whole packs, and not fewer than the supplier sells. */
        public int unitsFor(int wanted) {
            return Math.ceilDiv(Math.max(wanted, minimumQuantity), packSize) * packSize;
        }
    }

    /** That it is not wanted any more, for the row that it was for. */
    public record Withdrawal(String row, String reason, String by, Instant at) {}

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
                Math.min(quantity, MOST_UNITS),
                neededBy,
                null,
                cause,
                null,
                List.of(),
                StockRow.id(sku, hubId),
                null,
                null,
                null,
                now,
                1);
    }

    public SourcingRequest upon(String messageId) {
        return with(invited, messageId, bids, open, awarded, orderId, withdrawal, version);
    }

    /** For these suppliers only. */
    public SourcingRequest inviting(List<String> suppliers) {
        return with(suppliers, news, bids, open, awarded, orderId, withdrawal, version);
    }

    public boolean isOpen() {
        return open != null;
    }

    public boolean isFor(String supplierId) {
        return invited == null || invited.contains(supplierId);
    }

    public Optional<Bid> bid(String bidId) {
        return bids.stream().filter(bid -> bid.id().equals(bidId)).findFirst();
    }

    public SourcingRequest with(Bid bid) {
        var others = bids.stream().filter(each -> !each.supplierId().equals(bid.supplierId()));
        var all = Stream.concat(others, Stream.of(bid)).toList();
        return with(invited, news, all, open, awarded, orderId, withdrawal, version + 1);
    }

    public SourcingRequest awardedTo(Bid bid, String orderId) {
        return with(invited, news, bids, null, bid.id(), orderId, withdrawal, version + 1);
    }

    public SourcingRequest withdrawn(String reason, String actor, Instant now) {
        var end = new Withdrawal(StockRow.id(sku, hubId), reason, actor, now);
        return with(invited, news, bids, null, awarded, orderId, end, version + 1);
    }

    private SourcingRequest with(
            @Nullable List<String> invited,
            @Nullable String news,
            List<Bid> bids,
            @Nullable String open,
            @Nullable String awarded,
            @Nullable String orderId,
            @Nullable Withdrawal withdrawal,
            long version) {
        return new SourcingRequest(
                id,
                sku,
                hubId,
                quantity,
                neededBy,
                invited,
                cause,
                news,
                bids,
                open,
                awarded,
                orderId,
                withdrawal,
                at,
                version);
    }
}
