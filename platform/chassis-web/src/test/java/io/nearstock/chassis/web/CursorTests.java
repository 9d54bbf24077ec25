package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void comesBackAsItWasMade() {
        var cursor = Cursor.of("12.5", "", "Kettle für 2");

        assertThat(Cursor.parse(cursor.toString()).parts(3)).containsExactly("12.5", "", "Kettle für 2");
    }

    @Test
    void isRefusedByAListThatItWasNotMadeFor() {
        assertThatExceptionOfType(UnmetRequestException.class)
                .isThrownBy(() -> Cursor.of("a", "b").parts(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "%%%", "AAAA", "bm90IGEgY3Vyc29yIGF0IGFsbA"})
    void isRefusedWhenItIsNone(String text) {
        assertThatExceptionOfType(UnmetRequestException.class).isThrownBy(() -> Cursor.parse(text));
    }
}
