package io.nearstock.inventory.partner;

import io.nearstock.inventory.OfferDraft;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a heading: {@code sku, unitCost, currency, leadTimeDays} and optionally {@code minimumQuantity, packSize,
 * validFrom, validUntil}. A cost is in minor units.
 */
final class CsvOffers implements OfferRows {

    /** No column of this name: the whole upload is useless. */
    static final class Heading extends IOException {

        private static final long serialVersionUID = 1;

        Heading(String message) {
            super(message);
        }
    }

    private static final Set<String> REQUIRED = Set.of("sku", "unitCost", "currency", "leadTimeDays");
    private static final Set<String> OPTIONAL = Set.of("minimumQuantity", "packSize", "validFrom", "validUntil");
    private static final int LAST_YEAR = 9999;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvOffers(Reader reader) throws IOException {
        try {
            parser = CSVParser.parse(reader, FORMAT);
        } catch (IllegalArgumentException _) {
            throw new Heading("heading_unreadable");
        }
        var columns = parser.getHeaderNames();
        for (var column : columns) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                throw new Heading("unknown_column: " + column);
            }
        }
        for (var column : REQUIRED) {
            if (!columns.contains(column)) {
                throw new Heading("missing_column: " + column);
            }
        }
        records = parser.iterator();
    }

    @Override
    public @Nullable ReadRow next() throws IOException {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (UncheckedIOException broken) {
            throw Objects.requireNonNull(broken.getCause());
        }
    }

    private static ReadRow row(CSVRecord record) {
        var number = record.getRecordNumber();
        if (!record.isConsistent()) {
            return ReadRow.broken(number, null, "", "malformed_row", "This row has not as many values as the heading.");
        }
        var reading = new Reading(record);
        var cost = reading.number("unitCost");
        var days = reading.number("leadTimeDays");
        var minimum = reading.number("minimumQuantity");
        var pack = reading.number("packSize");
        var from = reading.date("validFrom");
        var until = reading.date("validUntil");
        var broken = reading.broken;
        if (broken != null) {
            return ReadRow.broken(number, record.get("sku"), broken, "invalid_type", "This cannot be read.");
        }
        if (cost == null || days == null) {
            var missing = cost == null ? "unitCost" : "leadTimeDays";
            return ReadRow.broken(number, record.get("sku"), missing, "required", "This is missing.");
        }
        return ReadRow.of(
                number,
                new OfferDraft(
                        record.get("sku"),
                        new OfferDraft.Cost(cost, record.get("currency")),
                        minimum,
                        pack,
                        days,
                        from,
                        until));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Reads values, and remembers the first that is of another type. */
    private static final class Reading {

        private final CSVRecord record;
        private @Nullable String broken;

        Reading(CSVRecord record) {
            this.record = record;
        }

        private @Nullable String value(String column) {
            var value = record.isMapped(column) ? record.get(column).strip() : "";
            return value.isEmpty() ? null : value;
        }

        private @Nullable Integer number(String column) {
            var value = value(column);
            try {
                return value == null ? null : Integer.valueOf(value);
            } catch (NumberFormatException _) {
                broken = broken == null ? column : broken;
                return null;
            }
        }

        private @Nullable LocalDate date(String column) {
            var value = value(column);
            try {
                return value == null ? null : day(value);
            } catch (DateTimeException _) {
                broken = broken == null ? column : broken;
                return null;
            }
        }

        /** Of a year that the database can hold, as everywhere else. */
        private static LocalDate day(String value) {
            var day = LocalDate.parse(value);
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new DateTimeException("no year of four digits");
            }
            return day;
        }
    }
}
