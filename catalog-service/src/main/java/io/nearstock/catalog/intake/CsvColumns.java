package io.nearstock.catalog.intake;

import io.nearstock.catalog.ProductDraft.Price;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What stands in a row of CSV, by the heading; prices are in major units. */
interface CsvColumns {

    Set<String> required();

    boolean isOptional(String column);

    Row row(CSVRecord record);

    static Row unreadable(long number, @Nullable String sku, String field, String code, String detail) {
        return new Row.Illegible(number, new RowError(number, sku, field, code, detail));
    }

    static Row withoutPrice(CSVRecord record) {
        var detail = "A price is a number such as 12.99.";
        return unreadable(record.getRecordNumber(), record.get("sku"), "price", "invalid_type", detail);
    }

    /** Null where it is none. Nothing is rounded: more decimals than the currency has are refused. */
    static @Nullable Price price(CSVRecord record, String defaultCurrency) {
        var named = optional(record, "currency");
        var currency = named == null ? defaultCurrency : named;
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Price(
                    new BigDecimal(record.get("price").strip())
                            .movePointRight(Math.max(0, digits))
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return null;
        }
    }

    static @Nullable String optional(CSVRecord record, String column) {
        var value = record.isMapped(column) ? record.get(column) : "";
        return value.isBlank() ? null : value;
    }
}
