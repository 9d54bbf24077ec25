package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueSetsTests {

    private final Random random = new Random(20261130);
    private final ValueSets sets = new ValueSets();

    @Test
    void numberEachSetOnceAndKeepIt() {
        var known = new HashMap<List<Integer>, Integer>();
        var ordered = new ArrayList<List<Integer>>();
        for (int product = 0; product < 20_000; product++) {
            var values = random.ints(random.nextInt(4), 0, 15).toArray();
            var set = Arrays.stream(values).boxed().toList();
            if (known.putIfAbsent(set, known.size()) == null) {
                ordered.add(set);
            }
            assertThat(sets.of(Arrays.copyOf(values, values.length + 1), values.length))
                    .isEqualTo(known.get(set));
        }

        assertThat(known).hasSizeGreaterThan(1_000);
        var begins = sets.begins();
        var numbers = sets.numbers();
        assertThat(IntStream.range(0, ordered.size())
                        .mapToObj(set -> Arrays.stream(numbers, begins[set], begins[set + 1])
                                .boxed()
                                .toList())
                        .toList())
                .isEqualTo(ordered);
    }
}
