package io.nearstock.catalog.intake;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.Products;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is sold, one product after the other and never all of them, so that an import can read it again. */
@Component
final class ExportProducts {

    private static final List<String> COLUMNS = List.of(
            "sku",
            "name",
            "category",
            "price",
            "currency",
            "description",
            "brand",
            "gtin",
            "manufacturer",
            "image",
            "status",
            "variantOf");

    private final Products products;
    private final JsonMapper json;

    ExportProducts(Products products, JsonMapper json) {
        this.products = products;
        this.json = json;
    }

    void ndjson(OutputStream out) throws IOException {
        var skus = new ProductSkus(products);
        eachSold(product -> {
            var row = json.<ObjectNode>valueToTree(ProductDraft.of(product));
            if (product.variantOf() != null) {
                row.put(NdjsonRows.VARIANT_OF, skus.of(product.variantOf()));
            }
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        });
    }

    /** Reads the products twice: the heading has to name every attribute and option. */
    void csv(Writer out) throws IOException {
        var attributes = new TreeSet<String>();
        var options = new TreeSet<String>();
        eachSold(product -> {
            attributes.addAll(product.details().attributes().keySet());
            options.addAll(product.details().options().keySet());
        });
        var skus = new ProductSkus(products);
        CSVFormat.RFC4180.printRecord(out, heading(attributes, options).toArray());
        eachSold(product -> CSVFormat.RFC4180.printRecord(
                out,
                row(product, skus.of(product.variantOf()), attributes, options).toArray()));
        out.flush();
    }

    static List<String> heading(Collection<String> attributes, Collection<String> options) {
        return Stream.of(
                        COLUMNS.stream(),
                        attributes.stream().map(name -> "attr." + name),
                        options.stream().map(name -> "option." + name))
                .flatMap(Function.identity())
                .toList();
    }

    static List<@Nullable String> row(
            Product product, @Nullable String variantOf, Collection<String> attributes, Collection<String> options) {
        var details = product.details();
        var row = new ArrayList<@Nullable String>();
        row.add(product.sku());
        row.add(details.name());
        row.add(details.category());
        row.add(majorUnits(details.price()));
        row.add(details.price().currency());
        row.add(details.description());
        row.add(details.brand());
        row.add(details.facts().gtin());
        row.add(details.facts().manufacturer());
        row.add(image(details));
        row.add(product.status().wireName());
        row.add(variantOf);
        attributes.forEach(name -> row.add(details.attributes().get(name)));
        options.forEach(name -> row.add(details.options().get(name)));
        return row;
    }

    private static @Nullable String image(ProductDetails details) {
        return details.facts().media().stream().findFirst().map(MediaLink::url).orElse(null);
    }

    private static String majorUnits(Money price) {
        var digits = Math.max(0, Currency.getInstance(price.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(price.amount(), digits).toPlainString();
    }

    @FunctionalInterface
    private interface Writing {
        void write(Product product) throws IOException;
    }

    private void eachSold(Writing writing) throws IOException {
        try {
            products.forEachSold(product -> {
                try {
                    writing.write(product);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
