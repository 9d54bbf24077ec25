package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;

/**
 * How well each product answers words, the best first, with what stars and sales add. As what is found is known before, one
 * word is read after the other (term at a time, Turtle, Flood 1995), in windows that stay in the processor's cache.
 */
final class WordScores implements SortKeys {

    private final IndexSearcher searcher;
    private final List<WordReadings> words;
    private final Prior prior;
    /** By the distance from the first product of a window; of others than those that are asked for anything may be in it. */
    private final double[] sums = new double[Windows.SIZE];

    private List<WordInSegment> lists = List.of();
    private int entered = -1;

    WordScores(IndexSearcher searcher, Query query, Prior prior) throws IOException {
        this.searcher = searcher;
        this.words = WordReadings.of(searcher, query);
        this.prior = prior;
    }

    static long key(float score) {
        return ~(long) NumericUtils.floatToSortableInt(score);
    }

    static float score(long key) {
        return NumericUtils.sortableIntToFloat((int) ~key);
    }

    @Override
    public void of(SegmentColumns segment, int begin, int[] docs, int many, long[] keys) {
        try {
            enter(begin);
            for (int at = 0; at < many; at++) {
                sums[docs[at] - docs[0]] = 0;
            }
            for (var list : lists) {
                list.addTo(sums, docs, many);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var standing = segment.numbers(NumberField.STANDING);
        var popularity = segment.numbers(NumberField.POPULARITY);
        for (int at = 0; at < many; at++) {
            var doc = docs[at];
            var text = (float) sums[doc - docs[0]];
            keys[at] = key(text * Prior.stars(standing.get(doc)) * prior.sales(popularity.get(doc)));
        }
    }

    private void enter(int begin) throws IOException {
        if (begin == entered) {
            return;
        }
        entered = begin;
        var leaves = searcher.getIndexReader().leaves();
        lists = new ArrayList<>();
        for (var word : words) {
            lists.add(word.in(leaves.get(ReaderUtil.subIndex(begin, leaves))));
        }
    }
}
