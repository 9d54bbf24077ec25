package io.nearstock.local.demo.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AislesTests {

    @ParameterizedTest
    @CsvSource({
        "WHITE HANGING HEART T-LIGHT HOLDER, home/lighting",
        "SET OF 6 CHRISTMAS BAUBLES, seasonal/christmas",
        "JUMBO BAG RED RETROSPOT, bags",
        "SOMETHING ODD, home/more"
    })
    void readsTheAisleFromTheName(String name, String aisle) {
        assertThat(Aisles.of(name)).isEqualTo(aisle);
    }
}
