package io.nearstock.catalog.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers as it was when a segment was last looked at.
 *
 * @param generation of its values in the index
 * @param facet by which they are counted, where they are
 */
record MovingColumn(
        long generation, NumberColumn column, @Nullable Counted facet) {

    record Counted(FacetField field, FacetColumn column) {}

    static final long NEVER = Long.MIN_VALUE;

    static long generation(LeafReader segment, NumberField field) {
        var info = segment.getFieldInfos().fieldInfo(field.column());
        return info == null ? NEVER : info.getDocValuesGen();
    }

    static MovingColumn of(LeafReader segment, NumberField field) throws IOException {
        var column = NumberColumn.of(segment, field.column());
        var facet = switch (field) {
            case PRICE -> new Counted(FacetField.PRICE, FacetColumn.ofOneEach(column.map(PriceRanges::of)));
            case RATING -> new Counted(FacetField.RATING, FacetColumn.ofOneEach(column.map(MovingColumn::stars)));
            case REDUCED, STANDING, POPULARITY, CREATED, FAMILY -> null;
        };
        return new MovingColumn(generation(segment, field), column, facet);
    }

    private static int stars(long hundredths) {
        return (int) (hundredths / 100);
    }
}
