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
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.ReturnPolicy;
import io.nearstock.catalog.Storage;
import io.nearstock.catalog.Storage.Dimensions;
import io.nearstock.catalog.Storage.Humidity;
import io.nearstock.catalog.Storage.Temperature;
import io.nearstock.catalog.Transition.Repetition;
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
import tools.jackson.databind.json.JsonMapper;

class ExportedRowsTests {

    private static final List<String> PIECES = List.of(
            "a", "Zoë", " ", "  ", ",", "\"", "\"\"", "\n", "\r\n", ";", "'", "=", "\t", "#", "\\", "0", "茶", "🫖");

    private final Random random = new Random(44);

    /** Products by chance, with everything in them that means something in CSV. */
    @Test
    void readByAnImportAreTheProductsTheyCameFrom() throws IOException {
        for (int story = 0; story < 50; story++) {
            var products = Stream.generate(this::product).limit(20).toList();
            var rows = products.stream()
                    .map(product -> new Row.Legible(0, ProductDraft.of(product), product.variantOf()))
                    .toList();

            assertThat(imported(exported(products))).isEqualTo(rows);
        }
    }

    @Test
    void inNdjsonChangeNothingOfTheProductsTheyCameFrom() throws IOException {
        var json = new JsonMapper();
        for (int story = 0; story < 50; story++) {
            var products = Stream.generate(this::storedProduct).limit(20).toList();
            var lines = products.stream()
                    .map(product -> json.writeValueAsString(ProductDraft.of(product)))
                    .collect(Collectors.joining("\n"));

            try (var rows = new NdjsonRows(new StringReader(lines), json, RowKind.PRODUCTS)) {
                for (var product : products) {
                    assertThat(rows.next()).isInstanceOfSatisfying(Row.Legible.class, row -> {
                        assertThat(row.draft().sku()).isEqualTo(product.sku());
                        assertThat(product.become(row.draft().details(), ProductStatus.ACTIVE, by(NOW)))
                                .isEqualTo(new Repetition(product));
                    });
                }
                assertThat(rows.next()).isNull();
            }
        }
    }

    private static String exported(List<Product> products) throws IOException {
        var attributes = products.stream()
                .flatMap(product -> product.details().attributes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var options = List.of("size", "colour");
        var text = new StringWriter();
        CSVFormat.RFC4180.printRecord(
                text, ExportProducts.heading(attributes, options).toArray());
        for (var product : products) {
            CSVFormat.RFC4180.printRecord(
                    text,
                    ExportProducts.row(product, product.variantOf(), attributes, options)
                            .toArray());
        }
        return text.toString();
    }

    private static List<Row.Legible> imported(String text) throws IOException {
        try (var rows = new CsvRows(new StringReader(text), new ProductColumns("GBP"))) {
            var legible = Stream.<Row.Legible>builder();
            for (var row = rows.next(); row != null; row = rows.next()) {
                assertThat(row).isInstanceOf(Row.Legible.class);
                if (row instanceof Row.Legible(var _, var draft, var variantOf)) {
                    legible.add(new Row.Legible(0, draft, variantOf));
                }
            }
            return legible.build().toList();
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
        var isVariant = random.nextBoolean();
        var whole = details.with(facts).choosing(isVariant ? Map.of("size", text()) : Map.of());
        return Product.begin("prd_1", text(), isVariant ? text() : null, whole, ProductStatus.ACTIVE, by(NOW))
                .product();
    }

    /** With what CSV has no columns for. */
    private Product storedProduct() {
        var details = product().details();
        var facts = details.facts();
        var known = new ProductFacts(
                facts.gtin(),
                facts.manufacturer(),
                List.of(
                        new MediaLink("https://pictures.example/1", text()),
                        new MediaLink("https://pictures.example/2", null)),
                random.nextBoolean()
                        ? new ReturnPolicy(random.nextInt(90), random.nextBoolean() ? text() : null)
                        : null,
                random.nextBoolean() ? storage() : null);
        return Product.offer("prd_1", text(), details.with(known), by(NOW)).product();
    }

    private Storage storage() {
        return new Storage(
                random.nextBoolean() ? new Temperature(-random.nextInt(30), random.nextInt(30)) : null,
                random.nextBoolean() ? new Humidity(10, 10 + random.nextInt(60)) : null,
                random.nextBoolean() ? 1 + random.nextInt(900) : null,
                random.nextBoolean() ? random.nextInt(9) : null,
                random.nextBoolean() ? new Dimensions(1 + random.nextInt(900), 20, 30) : null,
                random.nextBoolean() ? 1 + random.nextInt(9_000) : null);
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
