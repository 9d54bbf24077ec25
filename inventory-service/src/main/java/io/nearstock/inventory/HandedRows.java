package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The rows of a product as one journey hands them to the next that waits for it: with what it took, so that this one need not read
 * them. Only to plan with: the rows themselves decide, and nobody is refused for what was not read.
 */
final class HandedRows {

    /** So many journeys plan with what the first has read. */
    private static final int MOST = 8;

    /** Rows, and how many journeys have planned with them. */
    record Known(List<StockRow> rows, int journeys) {

        boolean isRead() {
            return journeys == 1;
        }

        private Known next(Map<String, Integer> taken) {
            var after = rows.stream()
                    .map(row -> row.holding(taken.getOrDefault(row.id(), 0)))
                    .toList();
            return new Known(after, journeys + 1);
        }
    }

    private final Map<String, Known> bySku = new ConcurrentHashMap<>();

    /** What was handed over, or else what is read now. */
    Known of(Collection<String> skus, Supplier<List<StockRow>> reading) {
        var handed = skus.size() == 1 ? bySku.remove(skus.iterator().next()) : null;
        return handed == null ? read(reading) : handed;
    }

    static Known read(Supplier<List<StockRow>> reading) {
        return new Known(reading.get(), 1);
    }

    /** For the next journey, which will go at once. */
    void handOver(String sku, Known known, Collection<Portion> taken) {
        if (known.journeys() < MOST) {
            bySku.put(sku, known.next(taken.stream().collect(groupingBy(Portion::row, summingInt(Portion::quantity)))));
        }
    }
}
