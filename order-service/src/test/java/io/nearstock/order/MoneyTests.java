package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    private final Money pound = new Money(100, "GBP");

    @Test
    void addsOnlyItsOwnCurrency() {
        assertThatIllegalArgumentException().isThrownBy(() -> pound.plus(new Money(100, "EUR")));
    }

    @Test
    void knowsOnlyCurrenciesOfIso4217() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(100, "pounds"));
    }

    @Test
    void failsRatherThanOverflows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE, "GBP").plus(pound));
    }

    @ParameterizedTest
    @CsvSource({"5348, 1070", "100, 20", "2, 1", "3, 1", "12, 2", "13, 3", "0, 0"})
    void roundsADepositHalfUpAndTakesAtLeastOnePenny(long total, long deposit) {
        var terms = new PaymentTerms(20, Duration.ofMinutes(15), Duration.ofSeconds(3));

        assertThat(terms.deposit(new Money(total, "GBP"))).isEqualTo(new Money(deposit, "GBP"));
        assertThat(terms.deposit(new Money(total, "JPY"))).isEqualTo(new Money(deposit, "JPY"));
        assertThat(terms.deposit(new Money(total, "KWD"))).isEqualTo(new Money(deposit, "KWD"));
    }

    @ParameterizedTest
    @CsvSource({"GBP, true", "JPY, true", "KWD, true", "XAU, false", "XXX, false", "ZZZ, false"})
    void canBeInACurrencyThatHasAMinorUnit(String code, boolean currency) {
        assertThat(Money.isCurrency(code)).isEqualTo(currency);
    }
}
