package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/** Columns of a segment in memory: those that never change, and prices, stars and families as one state of the index has them. */
final class SegmentColumns {

    private final StillColumns still;
    private final Map<FacetField, FacetColumn> facets;
    private final Map<FacetField, long[]> numbers = new EnumMap<>(FacetField.class);
    private final long[] families;

    private SegmentColumns(StillColumns still, long[] prices, long[] ratings, long[] families) {
        this.still = still;
        this.families = families;
        numbers.put(FacetField.PRICE, prices);
        numbers.put(FacetField.RATING, ratings);
        facets = new EnumMap<>(still.facets());
        facets.put(FacetField.PRICE, FacetColumn.ofOneEach(PriceRanges.of(prices)));
        facets.put(FacetField.RATING, FacetColumn.ofOneEach(stars(ratings)));
    }

    static SegmentColumns of(StillColumns still, LeafReader reader) throws IOException {
        return new SegmentColumns(
                still,
                column(reader, ProductDocuments.PRICE, reader.maxDoc()),
                column(reader, ProductDocuments.RATING, reader.maxDoc()),
                reader.getFieldInfos().fieldInfo(Families.COLUMN) == null
                        ? new long[0]
                        : column(reader, Families.COLUMN, reader.maxDoc()));
    }

    FacetColumn facet(FacetField field) {
        return Objects.requireNonNull(facets.get(field));
    }

    /** Prices in minor units, stars in hundredths. */
    long[] numbers(FacetField field) {
        return Objects.requireNonNull(numbers.get(field));
    }

    int[] skus() {
        return still.skus();
    }

    boolean hasFamilies() {
        return families.length > 0;
    }

    /** As {@link Families} has it; 0 for none. */
    long family(int doc) {
        return families.length == 0 ? 0 : families[doc];
    }

    private static int[] stars(long[] hundredths) {
        var stars = new int[hundredths.length];
        for (int doc = 0; doc < stars.length; doc++) {
            stars[doc] = (int) (hundredths[doc] / 100);
        }
        return stars;
    }

    private static long[] column(LeafReader reader, String field, int docs) throws IOException {
        var column = new long[docs];
        var values = DocValues.getNumeric(reader, field);
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            column[doc] = values.longValue();
        }
        return column;
    }
}
