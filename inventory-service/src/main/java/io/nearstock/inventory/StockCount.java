package io.nearstock.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody counted without being told what the book says, and what becomes of the difference.
 *
 * @param counter who counted
 * @param decider who approved or rejected the differences
 * @param reason of the decision
 * @param nextActionAt when somebody else must finish an approval that was begun
 */
public record StockCount(
        @BsonId String id,
        String hubId,
        List<Tally> tallies,
        Status status,
        String counter,
        @Nullable String decider,
        @Nullable String reason,
        Instant at,
        @Nullable Instant nextActionAt) {

    /** A count that agrees with the book is done at once. */
    public enum Status {
        MATCHING,
        VARIANCE,
        APPROVING,
        APPROVED,
        REJECTED
    }

    /**
     * One product.
     *
     * @param book what was on hand when the count came in
     */
    public record Tally(String sku, int counted, int book) {

        public int variance() {
            return counted - book;
        }
    }

    public static StockCount of(String id, String hubId, List<Tally> tallies, String counter, Instant at) {
        var matches = tallies.stream().allMatch(tally -> tally.variance() == 0);
        var status = matches ? Status.MATCHING : Status.VARIANCE;
        return new StockCount(id, hubId, tallies, status, counter, null, null, at, null);
    }

    public StockCount approving(String by, @Nullable String why, Instant now, Duration lease) {
        return new StockCount(id, hubId, tallies, Status.APPROVING, counter, by, why, at, now.plus(lease));
    }

    public StockCount rejected(String by, @Nullable String why) {
        return new StockCount(id, hubId, tallies, Status.REJECTED, counter, by, why, at, null);
    }

    StockCount approved() {
        return new StockCount(id, hubId, tallies, Status.APPROVED, counter, decider, reason, at, null);
    }

    /** The differences, which stay what they are while the shop goes on. */
    Step correction() {
        var lines = tallies.stream()
                .map(tally -> new Line(tally.sku(), tally.variance()))
                .filter(line -> line.quantity() != 0)
                .toList();
        var cause = new Cause("count", id);
        return Step.of(id, MovementKind.COUNT, Portion.at(hubId, lines), cause, decider, reason, at);
    }
}
