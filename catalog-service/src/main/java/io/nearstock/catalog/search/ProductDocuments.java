package io.nearstock.catalog.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static org.apache.lucene.index.VectorSimilarityFunction.COSINE;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.PriceHistory;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.RatingView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a product lies in the index: words to find it by, columns to sort and count by, and what a shopper sees. */
final class ProductDocuments {

    static final String ID = "id";
    static final String SKU = "sku";
    static final String SKU_WORD = "skuWord";
    static final String CATEGORY = "category";
    static final String BRAND_EXACT = "brandExact";
    static final String BRAND = "brand";
    static final String ATTRIBUTE_EXACT = "attributeExact";
    static final String ATTRIBUTE = "attribute";
    static final String PRICE = "price";

    /** What the price is reduced from, the lowest of the 30 days before, and since when; 0 where it has not gone down. */
    static final String LIST_PRICE = "listPrice";

    static final String LOWEST_PRICE = "lowestPrice";
    static final String REDUCED = "reduced";

    /** Its stars on average and as ranking counts them, in hundredths, and how many gave any. */
    static final String RATING = "rating";

    static final String STANDING = "standing";
    static final String REVIEWS = "reviews";

    /** As {@link Popularity#rank} has it. */
    static final String POPULARITY = "popularity";

    static final String CREATED = "created";
    static final String WRITTEN = "written";
    static final String MEANING = "meaning";

    /** Of all but price, stars and popularity: where it is the same, these are new values in columns, and no word is read. */
    static final String TEXT = "text";

    private static final String ITEM = "item";

    private final JsonMapper json;
    private final Duration halfLife;

    /** The half-life is that of popularity. */
    ProductDocuments(JsonMapper json, Duration halfLife) {
        this.json = json;
        this.halfLife = halfLife;
    }

    static Analyzer analyzer(Language language) {
        return new PerFieldAnalyzerWrapper(
                language.stemmed(), Map.of(WRITTEN, language.written(), SKU_WORD, new WholeLowerCase()));
    }

    static Term id(String id) {
        return new Term(ID, id);
    }

    static String attribute(String name, String value) {
        return name + "=" + value.toLowerCase(Locale.ROOT);
    }

    /** A fingerprint of what {@link #of} makes, but for what {@link #moving} has. */
    long text(Product product) {
        var currency = product.details().price().currency();
        var still = SearchItem.of(product).at(new Money(0, currency)).rated(RatingView.of(null));
        var item = new BytesRef(json.writeValueAsBytes(still));
        var details = product.details();
        var text = new BytesRef(details.description() + "\n" + details.facts().gtin());
        return ((long) StringHelper.murmurhash3_x86_32(item, 7) << 32)
                ^ (StringHelper.murmurhash3_x86_32(text, 11) & 0xffffffffL);
    }

    /** What the meaning of a product is read from. */
    static String meant(Product product) {
        var details = product.details();
        return Stream.of(
                        Stream.of(details.name()),
                        Stream.ofNullable(details.brand()),
                        Stream.of(details.category().replace('/', ' ')),
                        details.traits().values().stream().sorted(),
                        Stream.ofNullable(details.description()))
                .flatMap(identity())
                .collect(joining(". "));
    }

    Document of(Product product, byte @Nullable [] meaning) {
        var document = of(product);
        if (meaning != null) {
            document.add(new KnnByteVectorField(MEANING, meaning, COSINE));
        }
        return document;
    }

    private Document of(Product product) {
        var document = WriteDocument.of(product);
        moving(product).forEach(document::add);
        document.add(new NumericDocValuesField(TEXT, text(product)));
        document.add(new StoredField(ITEM, json.writeValueAsBytes(SearchItem.of(product))));
        return document;
    }

    /** What changes with its price, its stars and how much it is bought, while the words stay. */
    List<NumericDocValuesField> moving(Product product) {
        var popularity = product.popularity();
        var rank = popularity == null ? Popularity.NEVER : popularity.rank(halfLife);
        return Stream.concat(WriteDocument.moving(product), Stream.of(new NumericDocValuesField(POPULARITY, rank)))
                .toList();
    }

    /** The product as it was indexed, at its price and with its stars of now. */
    SearchItem item(IndexSearcher searcher, int doc, Instant now) throws IOException {
        var stored = searcher.storedFields().document(doc).getBinaryValue(ITEM);
        var item = json.readValue(stored.bytes, stored.offset, stored.length, SearchItem.class);
        var currency = item.price().currency();
        var priced = item.at(money(searcher, PRICE, doc, currency)).rated(rating(searcher, doc));
        var since = Instant.ofEpochMilli(number(searcher, REDUCED, doc));
        return PriceHistory.isNews(since, now)
                ? priced.reducedFrom(
                        money(searcher, LIST_PRICE, doc, currency), money(searcher, LOWEST_PRICE, doc, currency))
                : priced;
    }

    private static RatingView rating(IndexSearcher searcher, int doc) throws IOException {
        var count = (int) number(searcher, REVIEWS, doc);
        return new RatingView(count == 0 ? null : number(searcher, RATING, doc) / 100.0, count);
    }

    static long hundredths(double stars) {
        return Math.round(100 * stars);
    }

    private static Money money(IndexSearcher searcher, String column, int doc, String currency) throws IOException {
        return new Money(number(searcher, column, doc), currency);
    }

    static long number(IndexSearcher searcher, String column, int doc) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var values = DocValues.getNumeric(leaf.reader(), column);
        return values.advanceExact(doc - leaf.docBase) ? values.longValue() : 0;
    }

    static String id(IndexSearcher searcher, int doc) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var ids = DocValues.getSorted(leaf.reader(), ID);
        return ids.advanceExact(doc - leaf.docBase)
                ? ids.lookupOrd(ids.ordValue()).utf8ToString()
                : "";
    }

    private static final class WholeLowerCase extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new LowerCaseFilter(whole));
        }
    }
}
