package io.nearstock.catalog.intake;

import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** {@code sku, price} and optionally {@code currency, effectiveFrom}. */
record PriceColumns(String defaultCurrency) implements CsvColumns {

    @Override
    public Set<String> required() {
        return Set.of("sku", "price");
    }

    @Override
    public boolean isOptional(String column) {
        return column.equals("currency") || column.equals("effectiveFrom");
    }

    @Override
    public Row row(CSVRecord record) {
        var price = CsvColumns.price(record, defaultCurrency);
        return price == null
                ? CsvColumns.withoutPrice(record)
                : new Row.Priced(
                        record.getRecordNumber(),
                        new PriceDraft(record.get("sku"), price, CsvColumns.optional(record, "effectiveFrom")));
    }
}
