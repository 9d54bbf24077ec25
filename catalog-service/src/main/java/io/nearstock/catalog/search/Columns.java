package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.springframework.stereotype.Component;

/**
 * The columns that searches filter and count by, in memory: laid out once for a segment, and for a state of the index before
 * it is searched, so that no search pays for it.
 */
@Component
final class Columns {

    private static final Map<FacetField, String> COUNTED = Map.of(
            FacetField.CATEGORY, ProductDocuments.CATEGORY,
            FacetField.BRAND, ProductDocuments.BRAND,
            FacetField.ATTRIBUTE, ProductDocuments.ATTRIBUTE);

    /** The segments by what is live in them and what their numbers are. */
    private record State(List<CacheKey> segments, IndexColumns columns) {}

    private final StockBoard board;
    private final Map<FacetField, ValueNumbers> numbers = Map.of(
            FacetField.CATEGORY, new ValueNumbers(),
            FacetField.BRAND, new ValueNumbers(value -> value.toLowerCase(Locale.ROOT)),
            FacetField.ATTRIBUTE, new ValueNumbers(Columns::anyCase));
    private final Map<CacheKey, StillColumns> still = new ConcurrentHashMap<>();
    private final Map<CacheKey, SegmentColumns> segments = new ConcurrentHashMap<>();
    private final Map<CacheKey, State> states = new ConcurrentHashMap<>();

    Columns(StockBoard board) {
        this.board = board;
    }

    /** Of a state of the index. A commit makes a new one of the same segments, in which nothing has to be counted again. */
    IndexColumns of(IndexReader reader) {
        return kept(states, reader.getReaderCacheHelper(), _ -> state(reader)).columns();
    }

    private State state(IndexReader reader) {
        var segments = reader.leaves().stream()
                .map(leaf -> leaf.reader().getReaderCacheHelper().getKey())
                .toList();
        return states.values().stream()
                .filter(known -> known.segments().equals(segments))
                .findAny()
                .orElseGet(() -> new State(segments, IndexColumns.of(this, reader.leaves())));
    }

    SegmentColumns of(LeafReader segment) {
        return kept(segments, segment.getReaderCacheHelper(), _ -> {
            try {
                return SegmentColumns.of(still(segment), segment);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Of a segment that will be searched soon. */
    StillColumns still(LeafReader segment) {
        return kept(still, segment.getCoreCacheHelper(), _ -> {
            try {
                return new StillColumns(facets(segment), skus(segment));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Of a facet whose values are words. */
    ValueNumbers numbers(FacetField facet) {
        return Objects.requireNonNull(numbers.get(facet));
    }

    private static <T> T kept(Map<CacheKey, T> known, CacheHelper life, Function<CacheKey, T> columns) {
        var kept = known.get(life.getKey());
        return kept == null
                ? known.computeIfAbsent(life.getKey(), key -> {
                    life.addClosedListener(known::remove);
                    return columns.apply(key);
                })
                : kept;
    }

    private Map<FacetField, FacetColumn> facets(LeafReader segment) throws IOException {
        var facets = new EnumMap<FacetField, FacetColumn>(FacetField.class);
        for (var counted : COUNTED.entrySet()) {
            var values = DocValues.getSortedSet(segment, counted.getValue());
            var taken = take(numbers(counted.getKey()), values);
            segment.getCoreCacheHelper()
                    .addClosedListener(_ -> numbers(counted.getKey()).release(taken));
            facets.put(counted.getKey(), FacetColumn.of(values, segment.maxDoc(), taken));
        }
        return facets;
    }

    private static int[] take(ValueNumbers numbers, SortedSetDocValues values) throws IOException {
        var taken = new int[Math.toIntExact(values.getValueCount())];
        for (int ordinal = 0; ordinal < taken.length; ordinal++) {
            taken[ordinal] = numbers.take(values.lookupOrd(ordinal).utf8ToString());
        }
        return taken;
    }

    /** Each product has one. */
    private int[] skus(LeafReader segment) throws IOException {
        var skus = new int[segment.maxDoc()];
        var values = DocValues.getSorted(segment, ProductDocuments.SKU);
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            skus[doc] =
                    board.of(values.lookupOrd(values.ordValue()).utf8ToString()).number();
        }
        return skus;
    }

    private static String anyCase(String pair) {
        var split = pair.indexOf('=');
        return ProductDocuments.attribute(pair.substring(0, split), pair.substring(split + 1));
    }
}
