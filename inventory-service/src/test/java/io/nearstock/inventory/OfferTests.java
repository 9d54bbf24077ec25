package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-10");

    @ParameterizedTest
    @CsvSource({
        "2026-11-10, 2026-11-10, 1000000000, true",
        "2026-11-11, 2026-11-12, 1000000000, false",
        "2026-11-08, 2026-11-09, 1000000000, false",
        "2026-11-10, 2026-11-10, 1000000001, false",
    })
    void isValidForItsDaysAtACostThatIsTaken(LocalDate from, LocalDate until, long cost, boolean expected) {
        var offer = Offer.of("sup_1", "MUG", new Money(cost, "GBP"), 1, 1, 3, from, until);

        assertThat(offer.isValidOn(DAY)).isEqualTo(expected);
    }
}
