package io.nearstock.catalog.intake;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductDraft.Price;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a heading: {@code sku, name, category, price} and optionally {@code description, brand, currency,
 * gtin, manufacturer, image, status, attr.NAME}. A price is in major units ({@code 12.99}).
 */
final class CsvRows implements Rows {

    private static final Set<String> REQUIRED = Set.of("sku", "name", "category", "price");
    private static final Set<String> OPTIONAL =
            Set.of("description", "brand", "currency", "gtin", "manufacturer", "image", "status");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final BoundedReader bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final String defaultCurrency;

    CsvRows(Reader reader, String defaultCurrency) throws IOException {
        this.bounded = new BoundedReader(reader);
        this.defaultCurrency = defaultCurrency;
        try {
            this.parser = CSVParser.parse(bounded, FORMAT);
        } catch (IllegalArgumentException _) {
            throw new BrokenUploadException("heading_unreadable");
        }
        checkHeading();
        this.records = parser.iterator();
    }

    private void checkHeading() throws BrokenUploadException {
        var columns = parser.getHeaderNames();
        for (var column : columns) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column) && !column.startsWith("attr.")) {
                throw new BrokenUploadException("unknown_column: " + column);
            }
        }
        for (var column : REQUIRED) {
            if (!columns.contains(column)) {
                throw new BrokenUploadException("missing_column: " + column);
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            bounded.rowEnds();
            return row(record);
        } catch (UncheckedIOException broken) {
            throw reason(broken.getCause());
        }
    }

    private static IOException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case CharacterCodingException coding -> coding;
            case BrokenUploadException broken -> broken;
            case null, default -> new BrokenUploadException("csv_unreadable");
        };
    }

    private Row row(CSVRecord record) {
        var number = record.getRecordNumber();
        if (!record.isConsistent()) {
            return unreadable(number, null, "", "malformed_row", "This row has not as many values as the heading.");
        }
        var currency = optional(record, "currency");
        var price = price(record.get("price"), currency == null ? defaultCurrency : currency);
        if (price == null) {
            return unreadable(number, record.get("sku"), "price", "invalid_type", "A price is a number such as 12.99.");
        }
        return new Row.Legible(
                number,
                new ProductDraft(
                        record.get("sku"),
                        record.get("name"),
                        optional(record, "description"),
                        optional(record, "brand"),
                        record.get("category"),
                        price,
                        attributes(record),
                        optional(record, "gtin"),
                        optional(record, "manufacturer"),
                        media(optional(record, "image")),
                        null,
                        null,
                        optional(record, "status")));
    }

    private static Row unreadable(long number, @Nullable String sku, String field, String code, String detail) {
        return new Row.Illegible(number, new RowError(number, sku, field, code, detail));
    }

    /** Nothing is rounded: more decimals than the currency has are refused. */
    private static @Nullable Price price(String text, String currency) {
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Price(
                    new BigDecimal(text.strip())
                            .movePointRight(Math.max(0, digits))
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return null;
        }
    }

    private static @Nullable String optional(CSVRecord record, String column) {
        var value = record.isMapped(column) ? record.get(column) : "";
        return value.isBlank() ? null : value;
    }

    private static List<MediaLink> media(@Nullable String image) {
        return image == null ? List.of() : List.of(new MediaLink(image, null));
    }

    private Map<String, String> attributes(CSVRecord record) {
        var attributes = new HashMap<String, String>();
        for (var column : parser.getHeaderNames()) {
            var value = column.startsWith("attr.") ? optional(record, column) : null;
            if (value != null) {
                attributes.put(column.substring("attr.".length()), value);
            }
        }
        return attributes;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
