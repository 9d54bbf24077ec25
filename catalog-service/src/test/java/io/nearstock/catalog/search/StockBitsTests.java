package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StockBitsTests {

    private final StockBits bits = new StockBits();

    @Test
    void knowWhatTheyWereToldLast() {
        bits.set(3, true);
        bits.set(200_000, true);
        bits.set(3, false);

        assertThat(bits.get(3)).isFalse();
        assertThat(bits.get(200_000)).isTrue();
        assertThat(bits.get(200_001)).isFalse();
        assertThat(bits.get(9_000_000)).isFalse();
    }

    @Test
    void leaveOutWhatIsBeyondTheEnd() {
        bits.set(63, true);
        bits.set(64, true);
        bits.set(200_000, true);
        var words = new long[] {1};
        bits.addTo(words);

        assertThat(words).containsExactly(1L | 1L << 63);
    }

    /** Neighbours share a word, and blocks come meanwhile. */
    @Test
    void loseNothingThatIsToldAtTheSameTime() {
        try (var tellers = Executors.newFixedThreadPool(4)) {
            for (int teller = 0; teller < 4; teller++) {
                var first = teller;
                tellers.execute(() -> {
                    for (int number = first; number < 300_000; number += 4) {
                        bits.set(number, true);
                    }
                });
            }
        }
        var words = new long[300_000 / Long.SIZE];
        bits.addTo(words);

        assertThat(words).containsOnly(-1L);
    }
}
