package io.nearstock.catalog.search;

import io.nearstock.catalog.Product;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Products of the file {@code fashion_styles.csv.gz}. It has no prices: they are drawn between 1 and 150 pounds. */
public record Fashion(Path file) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** The file's; more than it has are made: half of one name, half of another, in the first's category. */
    public List<Product> products(int count) throws IOException {
        var random = new Random(11);
        var real = rows(count);
        var products = new ArrayList<Product>();
        for (int number = 0; number < count; number++) {
            var row = number < real.size() ? real.get(number) : real.get(random.nextInt(real.size()));
            var name = number < real.size() ? name(row) : mixed(name(row), name(real.get(random.nextInt(real.size()))));
            products.add(product(number, row, name, 100 + random.nextInt(14_900)));
        }
        return products;
    }

    private List<CSVRecord> rows(int most) throws IOException {
        try (var text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                var rows = FORMAT.parse(text)) {
            return rows.stream()
                    .filter(CSVRecord::isConsistent)
                    .filter(row -> !name(row).isBlank())
                    .limit(most)
                    .toList();
        }
    }

    private static Product product(int number, CSVRecord row, String name, long price) {
        var category = row.get("masterCategory") + "/" + row.get("subCategory") + "/" + row.get("articleType");
        var attributes = Map.of(
                "colour",
                row.get("baseColour"),
                "gender",
                row.get("gender"),
                "season",
                row.get("season"),
                "usage",
                row.get("usage"));
        var brand = name.split(" ", 2)[0];
        return SearchedCatalogue.product("F" + number, name, brand, category, price, attributes);
    }

    private static String name(CSVRecord row) {
        return row.get("productDisplayName").strip();
    }

    private static String mixed(String one, String other) {
        return one.substring(0, one.length() / 2) + " "
                + other.substring(other.length() / 2).strip();
    }
}
