package io.nearstock.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.notification.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en-GB | 5348   | GBP | £53.48
        en-GB | 5      | GBP | £0.05
        en-GB | 120000 | EUR | €1,200.00
        de-DE | 120000 | EUR | 1.200,00 €
        en-GB | 1299   | JPY | JP¥1,299
        en-GB | 1500   | KWD | KWD1.500
        xx!   | 100    | GBP | £1.00
        """)
    void writesMoneyByLocaleAndCurrency(String locale, long amount, String currency, String written) {
        assertThat(Wording.of(locale).money(new Money(amount, currency)).replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @Test
    void writesDatesByLocale() {
        var date = LocalDate.parse("2026-11-04");

        assertThat(Wording.of("en-GB").date(date)).isEqualTo("Wednesday, 4 November 2026");
        assertThat(Wording.of("de-DE").date(date)).isEqualTo("Mittwoch, 4. November 2026");
    }

    @Test
    void writesTimesInUtcAndSaysSo() {
        assertThat(Wording.of("en-GB").time(Instant.parse("2026-11-01T11:00:00Z")))
                .contains("1 November 2026", "11:00")
                .endsWith("UTC");
    }
}
