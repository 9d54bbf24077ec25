package io.nearstock.inventory.counting;

import io.nearstock.inventory.StockCount;
import io.nearstock.inventory.StockCount.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A count as whoever decides about it sees it. */
record CountView(
        String id,
        String hubId,
        String status,
        List<TallyView> lines,
        String counter,
        @Nullable String decider,
        @Nullable String reason,
        Instant at) {

    /**
     * One product.
     *
     * @param missing serials that the book has, and {@code found} those that it has not; where it was counted by them
     * @param unbooked of those: what was no longer so when it was approved
     */
    record TallyView(
            String sku,
            int counted,
            int book,
            int variance,
            @Nullable List<String> missing,
            @Nullable List<String> found,
            @Nullable List<String> unbooked) {

        static TallyView of(StockCount count, Tally tally) {
            var isBooked = tally.isNamed() && count.status() == StockCount.Status.APPROVED;
            return new TallyView(
                    tally.sku(),
                    tally.counted(),
                    tally.book(),
                    tally.variance(),
                    tally.missing(),
                    tally.found(),
                    isBooked ? count.unbooked(tally) : null);
        }
    }

    static CountView of(StockCount count) {
        var lines = count.tallies().stream()
                .map(tally -> TallyView.of(count, tally))
                .toList();
        return new CountView(
                count.id(),
                count.hubId(),
                wireName(count),
                lines,
                count.counter(),
                count.decider(),
                count.reason(),
                count.at());
    }

    static String wireName(StockCount count) {
        return count.status().name().toLowerCase(Locale.ROOT);
    }
}
