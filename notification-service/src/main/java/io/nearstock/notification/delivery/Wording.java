package io.nearstock.notification.delivery;

import io.nearstock.notification.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Amounts and dates as a reader's locale writes them; where that is unknown, as the United Kingdom does. */
record Wording(Locale locale) {

    static Wording of(String languageTag) {
        var locale = Locale.forLanguageTag(languageTag);
        return new Wording(locale.getLanguage().isEmpty() ? Locale.UK : locale);
    }

    String money(Money money) {
        var currency = Currency.getInstance(money.currency());
        var digits = currency.getDefaultFractionDigits();
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(time)
                + " UTC";
    }
}
