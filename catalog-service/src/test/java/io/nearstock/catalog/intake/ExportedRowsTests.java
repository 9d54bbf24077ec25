package io.nearstock.catalog.intake;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductFacts;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class ExportedRowsTests {

    private static final List<String> PIECES = List.of(
            "a", "Zoë", " ", "  ", ",", "\"", "\"\"", "\n", "\r\n", ";", "'", "=", "\t", "#", "\\", "0", "茶", "🫖");

    private final Random random = new Random(44);

    /** Products by chance, with everything in them that means something in CSV. */
    @Test
    void readByAnImportAreTheProductsTheyCameFrom() throws IOException {
        for (int story = 0; story < 50; story++) {
            var products = Stream.generate(this::product).limit(20).toList();
            var drafts = products.stream().map(ProductDraft::of).toList();

            assertThat(imported(exported(products))).isEqualTo(drafts);
        }
    }

    private static String exported(List<Product> products) throws IOException {
        var attributes = products.stream()
                .flatMap(product -> product.details().attributes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var text = new StringWriter();
        CSVFormat.RFC4180.printRecord(text, ExportProducts.heading(attributes).toArray());
        for (var product : products) {
            CSVFormat.RFC4180.printRecord(
                    text, ExportProducts.row(product, attributes).toArray());
        }
        return text.toString();
    }

    private static List<ProductDraft> imported(String text) throws IOException {
        try (var rows = new CsvRows(new StringReader(text), new ProductColumns("GBP"))) {
            var drafts = Stream.<ProductDraft>builder();
            for (var row = rows.next(); row != null; row = rows.next()) {
                assertThat(row).isInstanceOf(Row.Legible.class);
                if (row instanceof Row.Legible(var _, var draft)) {
                    drafts.add(draft);
                }
            }
            return drafts.build().toList();
        }
    }

    private Product product() {
        var facts = new ProductFacts(
                random.nextBoolean() ? "4006381333931" : null,
                random.nextBoolean() ? text() : null,
                random.nextBoolean()
                        ? List.of(new MediaLink("https://pictures.example/" + random.nextInt(9), null))
                        : List.of(),
                null,
                null);
        var attributes = new TreeMap<String, String>();
        for (int count = random.nextInt(4); count > 0; count--) {
            attributes.put("name" + random.nextInt(6), text());
        }
        var details = new ProductDetails(
                text(),
                random.nextBoolean() ? text() : null,
                random.nextBoolean() ? text() : null,
                text(),
                new Money(1 + random.nextLong(10_000_000_000L), random.nextBoolean() ? "GBP" : "JPY"),
                Map.copyOf(attributes));
        return Product.offer("prd_1", text(), details.with(facts), by(NOW)).product();
    }

    /** With something to see in it: a blank value is none. */
    private String text() {
        return random.ints(random.nextInt(6), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining())
                + (char) ('a' + random.nextInt(26))
                + PIECES.get(random.nextInt(PIECES.size()));
    }
}
