package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongSlotsTests {

    @Test
    void numberKeysAsTheyCome() {
        var random = new Random(20261129);
        var keys = random.longs(500).map(key -> key | 1).toArray();
        var slots = new LongSlots(keys.length);
        var expected = new HashMap<Long, Integer>();
        for (int turn = 0; turn < 5_000; turn++) {
            var key = keys[random.nextInt(keys.length)];
            var number = expected.computeIfAbsent(key, _ -> expected.size());
            assertThat(slots.of(key)).isEqualTo(number);
        }
        assertThat(slots.size()).isEqualTo(expected.size());
    }

    /** Where they would all lie in the last place, they go on from the first. */
    @Test
    void tellApartWhatLiesInOnePlace() {
        var slots = new LongSlots(4);
        for (int key = 1; key <= 4; key++) {
            assertThat(slots.of(-key)).isEqualTo(key - 1);
        }
        assertThat(slots.of(-1)).isZero();
        assertThat(slots.newList(7)).containsExactly(7, 7, 7, 7);
    }
}
