package io.nearstock.catalog.search;

import io.nearstock.catalog.search.FirstOfFamilies.First;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of each product, of all its variants that a search finds, the one that comes first in the order of its results.
 * Which one that is does not depend on the page, so that none comes again on a later one. Products without variants are
 * not looked at.
 */
final class OnePerFamily {

    static final OnePerFamily NOBODY = new OnePerFamily(Map.of(), null);

    private final Map<Long, First> firsts;
    private final @Nullable FixedBitSet others;

    private OnePerFamily(Map<Long, First> firsts, @Nullable FixedBitSet others) {
        this.firsts = firsts;
        this.others = others;
    }

    /**
     * Decides.
     *
     * @param members those of families that are found, and nobody else
     * @param wellSold where stars and sales move what is relevant, what {@link RatedHits} takes
     */
    static OnePerFamily of(IndexSearcher searcher, Query members, Sort order, @Nullable Long wellSold)
            throws IOException {
        var choosing = FirstOfFamilies.choosing(
                order.rewrite(searcher), searcher.getIndexReader().maxDoc());
        var chosen = wellSold == null
                ? searcher.search(members, choosing)
                : searcher.search(members, new RatedHits<>(choosing, wellSold));
        return new OnePerFamily(chosen.firsts(), chosen.others());
    }

    /** Of what is found. */
    FixedBitSet shown(FixedBitSet found) {
        if (others == null) {
            return found;
        }
        var shown = found.clone();
        shown.andNot(others);
        return shown;
    }

    /** How many of its family are found; null where it has none. */
    @Nullable
    Integer found(IndexSearcher searcher, int doc) throws IOException {
        if (firsts.isEmpty()) {
            return null;
        }
        var first = firsts.get(ProductDocuments.number(searcher, Families.COLUMN, doc));
        return first == null ? null : first.found();
    }
}
