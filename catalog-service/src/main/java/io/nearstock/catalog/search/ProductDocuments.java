package io.nearstock.catalog.search;

import io.nearstock.catalog.Product;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** How a product lies in the index: words to find it by, columns to sort and count by, and what a shopper sees. */
final class ProductDocuments {

    static final String ID = "id";
    static final String SKU = "sku";
    static final String CATEGORY_PATH = "categoryPath";
    static final String CATEGORY = "categoryColumn";
    static final String BRAND_EXACT = "brandExact";
    static final String BRAND = "brandColumn";
    static final String ATTRIBUTE = "attribute";
    static final String PRICE = "price";
    static final String CREATED = "created";
    static final String ITEM = "item";

    /** How much a word tells by where it stands. */
    static final Map<String, Float> WORDS =
            Map.of("words.sku", 10f, "words.name", 4f, "words.brand", 2f, "words.category", 1.5f, "words.text", 1f);

    private final JsonMapper json;

    ProductDocuments(JsonMapper json) {
        this.json = json;
    }

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), Map.of("words.sku", new WholeLowerCase()));
    }

    static Term id(String id) {
        return new Term(ID, id);
    }

    static String attribute(String name, String value) {
        return name + "=" + value.toLowerCase(Locale.ROOT);
    }

    Document of(Product product) {
        var document = new Document();
        var details = product.details();
        addColumn(document, ID, product.id());
        document.add(new StringField(ID, product.id(), Store.NO));
        addColumn(document, SKU, product.sku());
        document.add(new TextField("words.sku", product.sku(), Store.NO));
        document.add(new TextField("words.name", details.name(), Store.NO));
        if (details.description() != null) {
            document.add(new TextField("words.text", details.description(), Store.NO));
        }
        if (details.brand() != null) {
            document.add(new TextField("words.brand", details.brand(), Store.NO));
            document.add(new StringField(BRAND_EXACT, details.brand().toLowerCase(Locale.ROOT), Store.NO));
            addColumn(document, BRAND, details.brand());
        }
        addCategory(document, details.category());
        details.attributes()
                .forEach((name, value) -> document.add(new StringField(ATTRIBUTE, attribute(name, value), Store.NO)));
        document.add(new LongPoint(PRICE, details.price().amount()));
        document.add(new NumericDocValuesField(PRICE, details.price().amount()));
        document.add(new NumericDocValuesField(CREATED, product.createdAt().toEpochMilli()));
        document.add(new StoredField(ITEM, json.writeValueAsBytes(SearchItem.of(product))));
        return document;
    }

    SearchItem item(Document document) {
        var stored = document.getBinaryValue(ITEM);
        return json.readValue(stored.bytes, stored.offset, stored.length, SearchItem.class);
    }

    /** A product is in its category and in each one above. */
    private static void addCategory(Document document, String category) {
        document.add(new TextField("words.category", category.replace('/', ' '), Store.NO));
        addColumn(document, CATEGORY, category);
        for (var end = category.length(); end > 0; end = category.lastIndexOf('/', end - 1)) {
            document.add(new StringField(CATEGORY_PATH, category.substring(0, end), Store.NO));
        }
    }

    private static void addColumn(Document document, String field, String value) {
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static final class WholeLowerCase extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new LowerCaseFilter(whole));
        }
    }
}
