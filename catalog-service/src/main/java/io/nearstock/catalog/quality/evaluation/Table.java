package io.nearstock.catalog.quality.evaluation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header row, plain or gzip-compressed. */
record Table(Path file) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Reads row by row; complains about a column that is not there. */
    void read(List<String> required, Consumer<Row> each) {
        try (var reader = reader();
                var rows = FORMAT.parse(reader)) {
            var columns = rows.getHeaderNames();
            required.stream()
                    .filter(column -> !columns.contains(column))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new FileProblem(file + " has no column " + missing);
                    });
            for (var row : rows) {
                each.accept(new Row(file, row));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new FileProblem("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private Reader reader() throws IOException {
        if (!Files.isReadable(file)) {
            throw new FileProblem("there is no file " + file);
        }
        var stream = new BufferedInputStream(Files.newInputStream(file));
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        return new InputStreamReader(plain, StandardCharsets.UTF_8);
    }

    record Row(Path file, CSVRecord fields) {

        /** Empty where the file has no such column. */
        String text(String column) {
            return fields.isSet(column) ? fields.get(column).strip() : "";
        }

        int whole(String column, int least, int most) {
            var text = text(column);
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new FileProblem(file + ", row " + fields.getRecordNumber() + ", column " + column + ": \"" + text
                        + "\" is not a number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        }
    }
}
