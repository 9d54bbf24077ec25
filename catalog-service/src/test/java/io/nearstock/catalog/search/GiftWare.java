package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The products of the shipped gift-ware extract, each by the name that it first has there. */
record GiftWare(Path file) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    Map<String, String> names() throws IOException {
        var names = new LinkedHashMap<String, String>();
        try (var text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                var lines = FORMAT.parse(text)) {
            lines.stream()
                    .filter(GiftWare::isSold)
                    .forEach(line -> names.putIfAbsent(
                            line.get("StockCode"), line.get("Description").strip()));
        }
        return names;
    }

    private static boolean isSold(CSVRecord line) {
        return line.get("StockCode").matches("\\d{5}.*")
                && !line.get("Description").isBlank()
                && new BigDecimal(line.get("UnitPrice")).signum() > 0;
    }
}
