package io.nearstock.catalog.search;

import io.nearstock.catalog.search.FacetColumn.Counting;
import io.nearstock.catalog.search.Facets.PriceRange;
import io.nearstock.catalog.search.Facets.RatingFrom;
import io.nearstock.catalog.search.Facets.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;

/** How many products there are of each value of some facets, by the values' numbers, and how many in all. */
final class FacetCounts {

    private static final int MOST_STARS = 5;

    private final Columns columns;
    private final Map<FacetField, int[]> counts = new EnumMap<>(FacetField.class);
    private int products;

    /** Nothing so far. What is counted later was in memory before. */
    FacetCounts(Columns columns, Set<FacetField> fields) {
        this.columns = columns;
        fields.forEach(field -> counts.put(field, new int[size(columns, field)]));
    }

    private static int size(Columns columns, FacetField field) {
        return switch (field) {
            case CATEGORY, BRAND, ATTRIBUTE -> columns.numbers(field).size();
            case PRICE -> PriceRanges.SIZE;
            case RATING -> MOST_STARS + 1;
        };
    }

    int[] of(FacetField field) {
        return Objects.requireNonNull(counts.get(field));
    }

    Set<FacetField> fields() {
        return counts.keySet();
    }

    int products() {
        return products;
    }

    /** Counts each of these once, and each value it has. */
    void add(SegmentColumns segment, FixedBitSet docs) {
        var many = docs.cardinality();
        var each = new ArrayList<Counting>();
        counts.forEach((field, counted) -> {
            var column = segment.facet(field);
            if (column.isCountedAtOnce(many)) {
                column.countAtOnce(docs, counted);
            } else if (many > 0) {
                each.add(column.counting(many, counted));
            }
        });
        if (!each.isEmpty()) {
            Windows.walk(docs, 0, docs.length(), 0, (some, size) -> each.forEach(field -> field.count(some, size)));
        }
        each.forEach(Counting::end);
        products += many;
    }

    /** Products whose values are counted elsewhere. */
    void addProducts(int more) {
        products += more;
    }

    /** Makes of what there is less of the same facets what is left of it when that goes. */
    FacetCounts leftOf(FacetCounts all) {
        counts.forEach((field, counted) -> {
            var most = all.of(field);
            for (int number = 0; number < most.length; number++) {
                counted[number] = most[number] - counted[number];
            }
        });
        products = all.products - products;
        return this;
    }

    /** Of all categories, however rare. */
    Map<String, Integer> byCategory() {
        return values(FacetField.CATEGORY, 1).byValue();
    }

    List<Value> categories() {
        return values(FacetField.CATEGORY, leastShown(FacetField.CATEGORY)).values();
    }

    List<Value> brands() {
        return values(FacetField.BRAND, leastShown(FacetField.BRAND)).valuesOfAnyCase();
    }

    Map<String, List<Value>> attributes() {
        return values(FacetField.ATTRIBUTE, 1).byName();
    }

    List<PriceRange> prices() {
        return PriceRanges.counted(of(FacetField.PRICE));
    }

    /** The most stars first; who has none is nowhere. */
    List<RatingFrom> ratings() {
        var ratings = new ArrayList<RatingFrom>();
        var stars = of(FacetField.RATING);
        var found = 0;
        for (int least = MOST_STARS; least > 0; least--) {
            found += stars[least];
            if (stars[least] > 0) {
                ratings.add(new RatingFrom(least, found));
            }
        }
        return List.copyOf(ratings);
    }

    /** Those of which there are so many at least, of a value in all its spellings together. */
    private ValueCounts values(FacetField field, int least) {
        var numbers = columns.numbers(field);
        var counted = of(field);
        var together = together(field);
        var values = new ValueCounts();
        for (int number = 1; number < counted.length; number++) {
            if (counted[number] > 0 && together[numbers.alike(number)] >= least) {
                values.add(numbers.value(number), counted[number]);
            }
        }
        return values;
    }

    /** How many there are of the last that is shown, so that no word is looked at that is not. */
    private int leastShown(FacetField field) {
        var sums =
                Arrays.stream(together(field)).filter(sum -> sum > 0).sorted().toArray();
        return sums.length <= ValueCounts.MOST ? 1 : sums[sums.length - ValueCounts.MOST];
    }

    private int[] together(FacetField field) {
        var numbers = columns.numbers(field);
        var counted = of(field);
        var together = new int[counted.length];
        for (int number = 1; number < counted.length; number++) {
            if (counted[number] > 0) {
                together[numbers.alike(number)] += counted[number];
            }
        }
        return together;
    }
}
