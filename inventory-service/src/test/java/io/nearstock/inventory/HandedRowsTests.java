package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandedRowsTests {

    private static final Set<String> TEA = Set.of("TEA");

    private final AtomicInteger readings = new AtomicInteger();
    private final HandedRows handed = new HandedRows();

    private HandedRows.Known known() {
        return handed.of(TEA, () -> {
            readings.incrementAndGet();
            return List.of(StockRow.empty("TEA", "hub_leeds").holding(-50), StockRow.empty("TEA", "hub_london"));
        });
    }

    @Test
    void tellsTheNextWhatWasTaken() {
        handed.handOver(
                "TEA", known(), List.of(new Portion("TEA", "hub_leeds", 2), new Portion("TEA", "hub_leeds", 1)));

        assertThat(known().rows()).extracting(StockRow::available).containsExactly(47, 0);
        assertThat(readings).hasValue(1);
    }

    @Test
    void tellsOnlyTheNext() {
        handed.handOver("TEA", known(), List.of());
        known();

        assertThat(known().isRead()).isTrue();
        assertThat(readings).hasValue(2);
    }

    @Test
    void isReadAgainAfterEightJourneys() {
        for (int journey = 0; journey < 16; journey++) {
            handed.handOver("TEA", known(), List.of());
        }

        assertThat(readings).hasValue(2);
    }
}
