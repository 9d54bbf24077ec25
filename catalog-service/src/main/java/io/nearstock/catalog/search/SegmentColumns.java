package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;

/** Columns of a segment in memory: those that never change, and numbers as one state of the index has them. */
final class SegmentColumns {

    private final StillColumns still;
    private final Map<FacetField, FacetColumn> facets;
    private final Map<NumberField, NumberColumn> numbers = new EnumMap<>(NumberField.class);

    private SegmentColumns(StillColumns still, LeafReader reader) throws IOException {
        this.still = still;
        facets = new EnumMap<>(still.facets());
        for (var field : NumberField.values()) {
            var told = still.numbers(reader, field);
            numbers.put(field, told.column());
            var counted = told.facet();
            if (counted != null) {
                facets.put(counted.field(), counted.column());
            }
        }
    }

    static SegmentColumns of(StillColumns still, LeafReader reader) throws IOException {
        return new SegmentColumns(still, reader);
    }

    FacetColumn facet(FacetField field) {
        return Objects.requireNonNull(facets.get(field));
    }

    /** Prices in minor units, stars in hundredths. */
    NumberColumn numbers(NumberField field) {
        return Objects.requireNonNull(numbers.get(field));
    }

    int[] skus() {
        return still.skus();
    }

    boolean hasFamilies() {
        return !numbers(NumberField.FAMILY).isEmpty();
    }

    /** As {@link Families} has it; 0 for none. */
    long family(int doc) {
        return numbers(NumberField.FAMILY).get(doc);
    }
}
