package io.nearstock.catalog.search;

import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts products by their variants: each once for a value, however many of its variants have it. */
final class CountFamilies {

    private static final int NOBODY = -1;

    private final FacetCounts counts;
    private final List<Field> fields;

    CountFamilies(Columns columns, FacetCounts counts) {
        this.counts = counts;
        this.fields = counts.fields().stream()
                .map(field -> Field.of(columns, field, counts.of(field)))
                .toList();
    }

    /** Those of each family are a list, from the one met last to the one met first. */
    void count(IndexColumns index, FixedBitSet members) {
        var met = new Members(members.cardinality());
        index.walk(members, met);
        var lasts = met.lasts();
        for (int family = 0; family < lasts.length; family++) {
            for (int member = lasts[family]; member != NOBODY; member = met.previous[member]) {
                for (var field : fields) {
                    field.count(family, met.segments[member].facet(field.name), met.docs[member]);
                }
            }
            for (var field : fields) {
                field.end();
            }
        }
        counts.addProducts(lasts.length);
    }

    private static final class Members implements IndexColumns.Visitor {

        private final SegmentColumns[] segments;
        private final int[] docs;
        private final int[] families;
        private final int[] previous;
        private final LongSlots slots;
        private int size;

        Members(int many) {
            segments = new SegmentColumns[many];
            docs = new int[many];
            families = new int[many];
            previous = new int[many];
            slots = new LongSlots(many);
        }

        @Override
        public void visit(SegmentColumns segment, int begin, int[] some, int many) {
            for (int at = 0; at < many; at++) {
                segments[size] = segment;
                docs[size] = some[at];
                families[size++] = slots.of(segment.family(some[at]));
            }
        }

        private int[] lasts() {
            var lasts = slots.newList(NOBODY);
            for (int member = 0; member < size; member++) {
                previous[member] = lasts[families[member]];
                lasts[families[member]] = member;
            }
            return lasts;
        }
    }

    /** Values that filters do not tell apart count once; of stars the most count. */
    private static final class Field {

        private final FacetField name;
        private final int[] counts;
        private final @Nullable ValueNumbers numbers;
        private final int[] countedFor;
        private int most;

        private Field(FacetField name, int[] counts, @Nullable ValueNumbers numbers, int values) {
            this.name = name;
            this.counts = counts;
            this.numbers = numbers;
            this.countedFor = new int[values];
        }

        static Field of(Columns columns, FacetField name, int[] counts) {
            return switch (name) {
                case CATEGORY, BRAND, ATTRIBUTE -> {
                    var numbers = columns.numbers(name);
                    yield new Field(name, counts, numbers, numbers.size());
                }
                case PRICE, RATING -> new Field(name, counts, null, counts.length);
            };
        }

        void count(int family, FacetColumn column, int doc) {
            for (int place = column.begin(doc); place < column.end(doc); place++) {
                var number = column.number(place);
                var alike = numbers == null ? number : numbers.alike(number);
                if (name == FacetField.RATING) {
                    most = Math.max(most, number);
                } else if (countedFor[alike] != family + 1) {
                    countedFor[alike] = family + 1;
                    counts[number]++;
                }
            }
        }

        void end() {
            if (name == FacetField.RATING) {
                counts[most]++;
                most = 0;
            }
        }
    }
}
