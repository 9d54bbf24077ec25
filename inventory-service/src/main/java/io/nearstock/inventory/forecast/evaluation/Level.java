package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.SeriesKey;
import java.util.List;
import java.util.function.Function;

/** The twelve levels at which M5 adds series up (M5 Competitors' Guide, 2020), each with the key of its sums. */
record Level(Function<SeriesKey, List<String>> key) {

    static final List<Level> ALL = List.of(
            new Level(_ -> List.of()),
            new Level(key -> List.of(key.region())),
            new Level(key -> List.of(key.store())),
            new Level(key -> List.of(key.category())),
            new Level(key -> List.of(key.department())),
            new Level(key -> List.of(key.region(), key.category())),
            new Level(key -> List.of(key.region(), key.department())),
            new Level(key -> List.of(key.store(), key.category())),
            new Level(key -> List.of(key.store(), key.department())),
            new Level(key -> List.of(key.item())),
            new Level(key -> List.of(key.item(), key.region())),
            new Level(key -> List.of(key.item(), key.store())));

    static Level finest() {
        return ALL.getLast();
    }
}
