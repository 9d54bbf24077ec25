package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/** Counts products by their variants: each once for a value, however many of its variants have it. */
final class CountFamilies {

    /** What a product has been counted for. */
    private static final class Family {

        private final Set<String> values = new HashSet<>();
        private int prices;
        private int stars;
    }

    private final FacetCounts counts;
    private final Map<Long, Family> families = new HashMap<>();

    CountFamilies(FacetCounts counts) {
        this.counts = counts;
    }

    void count(IndexReader reader, BitSet docs) throws IOException {
        for (var leaf : reader.leaves()) {
            var first = docs.nextSetBit(leaf.docBase);
            if (first >= 0 && first < leaf.docBase + leaf.reader().maxDoc()) {
                count(leaf, docs);
            }
        }
        families.values().forEach(family -> counts.addProduct(family.stars));
    }

    private void count(LeafReaderContext leaf, BitSet docs) throws IOException {
        var segment = new Segment(leaf.reader());
        var end = leaf.docBase + leaf.reader().maxDoc();
        for (var doc = docs.nextSetBit(leaf.docBase); doc >= 0 && doc < end; doc = docs.nextSetBit(doc + 1)) {
            segment.count(doc - leaf.docBase);
        }
    }

    private final class Segment {

        private final NumericDocValues family;
        private final NumericDocValues price;
        private final NumericDocValues rating;
        private final List<Column> columns;

        Segment(LeafReader reader) throws IOException {
            this.family = DocValues.getNumeric(reader, Families.COLUMN);
            this.price = DocValues.getNumeric(reader, ProductDocuments.PRICE);
            this.rating = DocValues.getNumeric(reader, ProductDocuments.RATING);
            this.columns = List.of(
                    column(reader, ProductDocuments.CATEGORY, counts.categories, value -> "c:" + value),
                    column(reader, ProductDocuments.BRAND, counts.brands, value -> "b:" + anyCase(value)),
                    column(reader, ProductDocuments.ATTRIBUTE, counts.attributes, CountFamilies::anyCaseOfValue));
        }

        private void count(int doc) throws IOException {
            if (family.advanceExact(doc)) {
                var counted = families.computeIfAbsent(family.longValue(), _ -> new Family());
                for (var column : columns) {
                    column.count(counted, doc);
                }
                if (price.advanceExact(doc)) {
                    countPrice(counted, FacetCounts.range(price.longValue()));
                }
                if (rating.advanceExact(doc)) {
                    counted.stars = Math.max(counted.stars, (int) (rating.longValue() / 100));
                }
            }
        }
    }

    private void countPrice(Family counted, int range) {
        if ((counted.prices & 1 << range) == 0) {
            counted.prices |= 1 << range;
            counts.addPrice(range);
        }
    }

    private static Column column(LeafReader reader, String field, ValueCounts target, UnaryOperator<String> key)
            throws IOException {
        return new Column(DocValues.getSortedSet(reader, field), target, key);
    }

    private static String anyCase(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static String anyCaseOfValue(String pair) {
        var split = pair.indexOf('=');
        return "a:" + ProductDocuments.attribute(pair.substring(0, split), pair.substring(split + 1));
    }

    /** A value, and the key of all that filters do not tell from it. */
    private record Value(String text, String key) {}

    /** The values of one segment, each looked up once. */
    private static final class Column {

        private final SortedSetDocValues values;
        private final @Nullable Value[] known;
        private final ValueCounts target;
        private final UnaryOperator<String> key;

        Column(SortedSetDocValues values, ValueCounts target, UnaryOperator<String> key) {
            this.values = values;
            this.known = new Value[Math.toIntExact(values.getValueCount())];
            this.target = target;
            this.key = key;
        }

        void count(Family family, int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    var value = value((int) values.nextOrd());
                    if (family.values.add(value.key)) {
                        target.add(value.text, 1);
                    }
                }
            }
        }

        private Value value(int ordinal) throws IOException {
            var value = known[ordinal];
            if (value == null) {
                var text = values.lookupOrd(ordinal).utf8ToString();
                value = new Value(text, key.apply(text));
                known[ordinal] = value;
            }
            return value;
        }
    }
}
