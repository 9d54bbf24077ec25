package io.nearstock.inventory;

import io.nearstock.inventory.StockCount.Units.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody counted without being told what the book says, and what becomes of the difference.
 *
 * @param counter who counted
 * @param decider who approved or rejected the differences
 * @param reason of the decision
 * @param nextActionAt when somebody else must finish an approval that was begun
 * @param units what the approval does with single units, once that is certain; null before, and in old ones
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
        @Nullable Instant nextActionAt,
        @Nullable List<Units> units) {

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
     * @param missing serials that the book has and nobody found; null where it was counted without
     * @param found the other way round
     */
    public record Tally(
            String sku,
            int counted,
            int book,
            @Nullable List<String> missing,
            @Nullable List<String> found) {

        public Tally(String sku, int counted, int book) {
            this(sku, counted, book, null, null);
        }

        public int variance() {
            return counted - book;
        }

        public boolean isNamed() {
            return missing != null && found != null;
        }

        boolean isMatch() {
            return variance() == 0 && differing().isEmpty();
        }

        List<String> differing() {
            return Stream.of(missing, found)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Single units of a product that come or go, by one step for each finding. */
    public record Units(Finding finding, String sku, List<String> serials) {

        /** What was found out about a unit. */
        public enum Finding {
            FOUND(MovementKind.COUNT, 1),
            MISSING(MovementKind.COUNT, -1),
            /** Those that are missing among what was set aside. */
            DAMAGED(MovementKind.DAMAGED_WRITE_OFF, -1),
            QUARANTINED(MovementKind.QUARANTINED_WRITE_OFF, -1);

            private final MovementKind kind;
            private final int sign;

            Finding(MovementKind kind, int sign) {
                this.kind = kind;
                this.sign = sign;
            }

            static Finding missing(@Nullable Bucket aside) {
                if (aside == null) {
                    return MISSING;
                }
                return aside == Bucket.DAMAGED ? DAMAGED : QUARANTINED;
            }
        }
    }

    public static StockCount of(String id, String hubId, List<Tally> tallies, String counter, Instant at) {
        var status = tallies.stream().allMatch(Tally::isMatch) ? Status.MATCHING : Status.VARIANCE;
        return new StockCount(id, hubId, tallies, status, counter, null, null, at, null, null);
    }

    public StockCount approving(String by, @Nullable String why, Instant now, Duration lease) {
        return new StockCount(id, hubId, tallies, Status.APPROVING, counter, by, why, at, now.plus(lease), null);
    }

    public StockCount rejected(String by, @Nullable String why) {
        return new StockCount(id, hubId, tallies, Status.REJECTED, counter, by, why, at, null, null);
    }

    StockCount approved(List<Units> booked) {
        return new StockCount(id, hubId, tallies, Status.APPROVED, counter, decider, reason, at, null, booked);
    }

    /** The differences of what was counted without serials, which stay what they are while the shop goes on. */
    Step correction() {
        var lines = tallies.stream()
                .filter(tally -> !tally.isNamed())
                .map(tally -> new Line(tally.sku(), tally.variance()))
                .filter(line -> line.quantity() != 0)
                .toList();
        return step(id, MovementKind.COUNT, lines);
    }

    /** The step of those units. */
    Step correction(Finding finding, List<Units> units) {
        var lines = units.stream()
                .filter(each -> each.finding() == finding)
                .map(each -> new Line(each.sku(), finding.sign * each.serials().size()))
                .toList();
        return step(step(finding), finding.kind, lines);
    }

    String step(Finding finding) {
        return id + "." + finding.name().toLowerCase(Locale.ROOT);
    }

    private Step step(String step, MovementKind kind, List<Line> lines) {
        return Step.of(step, kind, Portion.at(hubId, lines), new Cause("count", id), decider, reason, at);
    }

    /** Of a product, those that a step takes or brings. */
    List<String> serials(Finding finding, String sku) {
        return Objects.requireNonNullElse(units, List.<Units>of()).stream()
                .filter(each -> each.finding() == finding && each.sku().equals(sku))
                .flatMap(each -> each.serials().stream())
                .toList();
    }

    /** Serials that differed when it was counted and no more, or otherwise, when it was approved. */
    public List<String> unbooked(Tally tally) {
        var booked = Stream.of(Finding.values())
                .flatMap(finding -> serials(finding, tally.sku()).stream())
                .toList();
        return tally.differing().stream()
                .filter(serial -> !booked.contains(serial))
                .toList();
    }
}
