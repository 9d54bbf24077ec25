package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.ProductDocuments.ATTRIBUTE;
import static io.nearstock.catalog.search.ProductDocuments.ATTRIBUTE_EXACT;
import static io.nearstock.catalog.search.ProductDocuments.BRAND;
import static io.nearstock.catalog.search.ProductDocuments.BRAND_EXACT;
import static io.nearstock.catalog.search.ProductDocuments.CATEGORY;
import static io.nearstock.catalog.search.ProductDocuments.CREATED;
import static io.nearstock.catalog.search.ProductDocuments.ID;
import static io.nearstock.catalog.search.ProductDocuments.LIST_PRICE;
import static io.nearstock.catalog.search.ProductDocuments.LOWEST_PRICE;
import static io.nearstock.catalog.search.ProductDocuments.PRICE;
import static io.nearstock.catalog.search.ProductDocuments.RATING;
import static io.nearstock.catalog.search.ProductDocuments.REDUCED;
import static io.nearstock.catalog.search.ProductDocuments.REVIEWS;
import static io.nearstock.catalog.search.ProductDocuments.SKU;
import static io.nearstock.catalog.search.ProductDocuments.SKU_WORD;
import static io.nearstock.catalog.search.ProductDocuments.STANDING;
import static io.nearstock.catalog.search.ProductDocuments.WRITTEN;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceHistory.Reduced;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.search.WeightedWords.Place;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Writes into a document by what a product is found, sorted and counted. */
final class WriteDocument {

    private static final FieldType SPELLING = new FieldType();

    static {
        SPELLING.setIndexOptions(IndexOptions.DOCS);
        SPELLING.setTokenized(true);
        SPELLING.setOmitNorms(true);
        SPELLING.freeze();
    }

    private final Document document = new Document();

    private WriteDocument() {}

    static Document of(Product product) {
        var written = new WriteDocument();
        written.addKeys(product);
        written.addDetails(product.details());
        written.addNumbers(product);
        return written.document;
    }

    private void addKeys(Product product) {
        addColumn(ID, product.id());
        document.add(new StringField(ID, product.id(), Store.NO));
        if (product.variantOf() != null) {
            document.add(Families.column(product.variantOf()));
        }
        addColumn(SKU, product.sku());
        document.add(new TextField(SKU_WORD, product.sku(), Store.NO));
        var gtin = product.details().facts().gtin();
        if (gtin != null) {
            document.add(new TextField(SKU_WORD, gtin, Store.NO));
        }
    }

    private void addDetails(ProductDetails details) {
        addWords(Place.NAME, details.name());
        if (details.description() != null) {
            document.add(new WeightedWords(Place.TEXT, details.description()));
        }
        if (details.brand() != null) {
            addBrand(details.brand());
        }
        addCategory(details.category());
        details.traits().forEach(this::addAttribute);
    }

    private void addNumbers(Product product) {
        document.add(new NumericDocValuesField(CREATED, product.createdAt().toEpochMilli()));
    }

    /** What changes with its price and its stars, while the words stay; not written by {@link #of}. */
    static Stream<NumericDocValuesField> moving(Product product) {
        return Stream.concat(prices(product), stars(product));
    }

    private static Stream<NumericDocValuesField> stars(Product product) {
        var rating = Objects.requireNonNullElse(product.rating(), Rating.NONE);
        return Stream.of(
                new NumericDocValuesField(RATING, ProductDocuments.hundredths(rating.average())),
                new NumericDocValuesField(STANDING, ProductDocuments.hundredths(rating.bayesianAverage())),
                new NumericDocValuesField(REVIEWS, rating.count()));
    }

    private static Stream<NumericDocValuesField> prices(Product product) {
        var past = product.prices();
        var reduced = past == null ? Optional.<Reduced>empty() : past.reduced();
        var since = reduced.isPresent() && past != null ? past.current().from().toEpochMilli() : 0;
        return Stream.of(
                new NumericDocValuesField(PRICE, product.details().price().amount()),
                new NumericDocValuesField(LIST_PRICE, amount(reduced.map(Reduced::before))),
                new NumericDocValuesField(LOWEST_PRICE, amount(reduced.map(Reduced::lowest))),
                new NumericDocValuesField(REDUCED, since));
    }

    private static long amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(0L);
    }

    private void addBrand(String brand) {
        addWords(Place.BRAND, brand);
        document.add(new StringField(BRAND_EXACT, brand.toLowerCase(Locale.ROOT), Store.NO));
        document.add(new SortedSetDocValuesField(BRAND, new BytesRef(brand)));
    }

    /** A product is in its category and in each one above. */
    private void addCategory(String category) {
        addWords(Place.CATEGORY, category.replace('/', ' '));
        for (var end = category.length(); end > 0; end = category.lastIndexOf('/', end - 1)) {
            var path = category.substring(0, end);
            document.add(new StringField(CATEGORY, path, Store.NO));
            document.add(new SortedSetDocValuesField(CATEGORY, new BytesRef(path)));
        }
    }

    private void addAttribute(String name, String value) {
        addWords(Place.ATTRIBUTE, value);
        document.add(new StringField(ATTRIBUTE_EXACT, ProductDocuments.attribute(name, value), Store.NO));
        document.add(new SortedSetDocValuesField(ATTRIBUTE, new BytesRef(name + "=" + value)));
    }

    private void addWords(Place place, String text) {
        document.add(new WeightedWords(place, text));
        document.add(new Field(WRITTEN, text, SPELLING));
    }

    private void addColumn(String field, String value) {
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }
}
