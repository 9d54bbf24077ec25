package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Stock that is bought for a hub. A value; {@link PurchaseRules} says what may follow.
 *
 * @param expectedOn when it is to be there; moves with what the supplier says
 * @param promisedOn by when the supplier was to deliver when it was asked, or said at first, where that is sooner: what it is
 *     measured by, and nothing that it says later moves; null where it was sent before this was kept
 * @param notice all that the supplier says is or was on its way
 * @param receipts the ids of the deliveries that have been booked
 * @param lots that came with them; null where there was none
 * @param history what happened, the oldest first
 * @param steps what the last change does to stock, until that is done
 * @param nextActionAt when somebody else must do it
 */
public record PurchaseOrder(
        @BsonId String id,
        String supplierId,
        String hubId,
        List<Item> items,
        Terms terms,
        Status status,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate promisedOn,
        @Nullable Notice notice,
        List<String> receipts,
        @Nullable List<ArrivedLot> lots,
        List<Event> history,
        List<Step> steps,
        @Nullable Instant nextActionAt,
        long version) {

    public static final int MOST_LINES = 1000;

    public enum Status {
        DRAFT,
        APPROVED,
        SENT,
        ACKNOWLEDGED,
        SHIPPED,
        PARTIALLY_RECEIVED,
        RECEIVED,
        CANCELLED,
        REJECTED;

        /** Whether its goods are on their way, or promised to be. */
        public boolean isExpected() {
            return switch (this) {
                case SENT, ACKNOWLEDGED, SHIPPED, PARTIALLY_RECEIVED -> true;
                case DRAFT, APPROVED, RECEIVED, CANCELLED, REJECTED -> false;
            };
        }
    }

    /**
     * One product of it.
     *
     * @param received good units that came
     * @param damaged units that came and cannot be sold
     */
    public record Item(String sku, int quantity, Money unitCost, int received, int damaged) {

        public int open() {
            return Math.max(0, quantity - came());
        }

        int came() {
            return received + damaged;
        }

        Item plus(int good, int broken) {
            return new Item(sku, quantity, unitCost, received + good, damaged + broken);
        }
    }

    /**
     * What else was agreed.
     *
     * @param freight in minor units of the items' currency, as is the duty
     * @param overPercent so much more than ordered is taken
     * @param underPercent so much less is regarded as all of it
     */
    public record Terms(long freight, long duty, int overPercent, int underPercent) {}

    /** Something that happened to it. */
    public record Event(
            Status status, String actor, @Nullable String reason, Instant at) {}

    public static PurchaseOrder draft(
            String id, String supplierId, String hubId, List<Item> items, Terms terms, String actor, Instant now) {
        var begun = new Event(Status.DRAFT, actor, null, now);
        return new PurchaseOrder(
                id,
                supplierId,
                hubId,
                items,
                terms,
                Status.DRAFT,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(begun),
                List.of(),
                null,
                1);
    }

    /** Whether it has ever been sent, so that the supplier may know of it. */
    public boolean isToldToSupplier() {
        return history.stream().anyMatch(event -> event.status() == Status.SENT);
    }

    PurchaseOrder next(Status next, String actor, @Nullable String reason, Instant now) {
        var events = Stream.concat(history.stream(), Stream.of(new Event(next, actor, reason, now)))
                .toList();
        return new PurchaseOrder(
                id,
                supplierId,
                hubId,
                items,
                terms,
                next,
                expectedOn,
                promisedOn,
                notice,
                receipts,
                lots,
                events,
                List.of(),
                null,
                version + 1);
    }

    PurchaseOrder joinedBy(Item item, String actor, Instant now) {
        var all = Stream.concat(items.stream(), Stream.of(item)).toList();
        return next(status, actor, "joined by " + item.sku(), now)
                .with(all, expectedOn, promisedOn, notice, receipts, lots, steps, nextActionAt);
    }

    PurchaseOrder expectedOn(@Nullable LocalDate day) {
        return day == null ? this : with(items, day, promisedOn, notice, receipts, lots, steps, nextActionAt);
    }

    PurchaseOrder promisedOn(@Nullable LocalDate day) {
        return with(items, expectedOn, day, notice, receipts, lots, steps, nextActionAt);
    }

    PurchaseOrder noticed(Notice said) {
        var all = notice == null ? said : notice.and(said);
        return with(items, expectedOn, promisedOn, all, receipts, lots, steps, nextActionAt);
    }

    PurchaseOrder delivered(String receipt, List<Item> counted, List<ArrivedLot> arrived) {
        var all = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
        return with(
                counted, expectedOn, promisedOn, notice, all, arrived.isEmpty() ? null : arrived, steps, nextActionAt);
    }

    PurchaseOrder moving(List<Step> stock, Instant until) {
        var real = stock.stream().filter(step -> !step.portions().isEmpty()).toList();
        return real.isEmpty() ? this : with(items, expectedOn, promisedOn, notice, receipts, lots, real, until);
    }

    private PurchaseOrder with(
            List<Item> items,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate promisedOn,
            @Nullable Notice notice,
            List<String> receipts,
            @Nullable List<ArrivedLot> lots,
            List<Step> steps,
            @Nullable Instant nextActionAt) {
        return new PurchaseOrder(
                id,
                supplierId,
                hubId,
                items,
                terms,
                status,
                expectedOn,
                promisedOn,
                notice,
                receipts,
                lots,
                history,
                steps,
                nextActionAt,
                version);
    }
}
