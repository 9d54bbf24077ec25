package io.nearstock.local.demo.retail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A file in the columns of UCI Online Retail, gzip or plain, read as a stream: its size does not matter. */
public record RetailFile(Path path) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final int GZIP_MAGIC = 0x1f;

    /** Tells each line in the file's order. */
    public void forEachLine(Consumer<InvoiceLine> reader) {
        try (var text = new InputStreamReader(open(), StandardCharsets.UTF_8);
                var records = FORMAT.parse(text)) {
            records.forEach(line -> reader.accept(line(line)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    private InputStream open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(1);
        var first = bytes.read();
        bytes.reset();
        return first == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    private static InvoiceLine line(CSVRecord line) {
        return new InvoiceLine(
                line.getRecordNumber(),
                line.get("InvoiceNo"),
                line.get("StockCode"),
                line.get("Description").strip(),
                Integer.parseInt(line.get("Quantity")),
                new BigDecimal(line.get("UnitPrice")),
                line.get("CustomerID"),
                line.get("Country"));
    }
}
