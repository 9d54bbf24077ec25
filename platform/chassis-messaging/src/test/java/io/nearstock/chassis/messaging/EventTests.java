package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTests {

    record Box(
            String label,
            int grams,
            List<Item> items,
            @Nullable String note) {}

    record Item(String sku) {}

    @Test
    void readsWhatItKnowsAndIgnoresTheRest() {
        var box = event("""
            {"label": "B", "grams": 5, "items": [{"sku": "s", "colour": "red"}], "since": "2026-01-01"}\
            """).as(Box.class);

        assertThat(box).isEqualTo(new Box("B", 5, List.of(new Item("s")), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "",
                "{\"grams\": 5, \"items\": []}",
                "{\"label\": null, \"grams\": 5, \"items\": []}",
                "{\"label\": \"B\", \"items\": []}",
                "{\"label\": \"B\", \"grams\": 5, \"items\": [{}]}",
                "{\"label\": \"B\", \"grams\": \"many\", \"items\": []}"
            })
    void isPoisonWhenSomethingItsReaderReliesOnIsMissing(String payload) {
        assertThatExceptionOfType(PoisonException.class)
                .isThrownBy(() -> event(payload).as(Box.class));
    }

    private static Event event(String payload) {
        return new Event("box_1.1", "box.packed", "box_1", 1, Instant.EPOCH, payload);
    }
}
