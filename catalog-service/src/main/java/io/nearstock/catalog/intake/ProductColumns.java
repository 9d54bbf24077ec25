package io.nearstock.catalog.intake;

import static io.nearstock.catalog.intake.CsvColumns.optional;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductDraft.Price;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * {@code sku, name, category, price} and optionally {@code description, brand, currency, gtin, manufacturer, image, status,
 * variantOf, attr.NAME, option.NAME}.
 */
record ProductColumns(String defaultCurrency) implements CsvColumns {

    private static final String ATTRIBUTE = "attr.";
    private static final String OPTION = "option.";
    private static final Set<String> REQUIRED = Set.of("sku", "name", "category", "price");
    private static final Set<String> OPTIONAL =
            Set.of("description", "brand", "currency", "gtin", "manufacturer", "image", "status", "variantOf");

    @Override
    public Set<String> required() {
        return REQUIRED;
    }

    @Override
    public boolean isOptional(String column) {
        return OPTIONAL.contains(column) || column.startsWith(ATTRIBUTE) || column.startsWith(OPTION);
    }

    @Override
    public Row row(CSVRecord record) {
        var price = CsvColumns.price(record, defaultCurrency);
        return price == null
                ? CsvColumns.withoutPrice(record)
                : new Row.Legible(record.getRecordNumber(), draft(record, price), optional(record, "variantOf"));
    }

    private static ProductDraft draft(CSVRecord record, Price price) {
        return new ProductDraft(
                record.get("sku"),
                record.get("name"),
                optional(record, "description"),
                optional(record, "brand"),
                record.get("category"),
                price,
                named(record, ATTRIBUTE),
                optional(record, "gtin"),
                optional(record, "manufacturer"),
                media(optional(record, "image")),
                null,
                null,
                optional(record, "status"),
                options(record));
    }

    private static List<MediaLink> media(@Nullable String image) {
        return image == null ? List.of() : List.of(new MediaLink(image, null));
    }

    private static @Nullable Map<String, String> options(CSVRecord record) {
        var options = named(record, OPTION);
        return options.isEmpty() ? null : options;
    }

    private static Map<String, String> named(CSVRecord record, String prefix) {
        var named = new HashMap<String, String>();
        for (var column : record.getParser().getHeaderNames()) {
            var value = column.startsWith(prefix) ? optional(record, column) : null;
            if (value != null) {
                named.put(column.substring(prefix.length()), value);
            }
        }
        return named;
    }
}
