package io.nearstock.catalog.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with a heading. */
final class CsvRows implements Rows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final BoundedReader bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CsvColumns columns;

    CsvRows(Reader reader, CsvColumns columns) throws IOException {
        this.bounded = new BoundedReader(reader);
        this.columns = columns;
        try {
            this.parser = CSVParser.parse(bounded, FORMAT);
        } catch (IllegalArgumentException _) {
            throw new BrokenUploadException("heading_unreadable");
        }
        checkHeading();
        this.records = parser.iterator();
    }

    private void checkHeading() throws BrokenUploadException {
        var heading = parser.getHeaderNames();
        for (var column : heading) {
            if (!columns.required().contains(column) && !columns.isOptional(column)) {
                throw new BrokenUploadException("unknown_column: " + column);
            }
        }
        for (var column : columns.required()) {
            if (!heading.contains(column)) {
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
        var detail = "This row has not as many values as the heading.";
        return record.isConsistent()
                ? columns.row(record)
                : CsvColumns.unreadable(record.getRecordNumber(), null, "", "malformed_row", detail);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
