package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;

import io.nearstock.catalog.search.FirstOfFamilies.First;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
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

    private static final OnePerFamily NOBODY = new OnePerFamily(Map.of(), null);

    private final Map<Long, First> firsts;
    private final @Nullable FixedBitSet others;

    private OnePerFamily(Map<Long, First> firsts, @Nullable FixedBitSet others) {
        this.firsts = firsts;
        this.others = others;
    }

    /**
     * Decides.
     *
     * @param wellSold where stars and sales move what is relevant, what {@link RatedHits} takes
     */
    static OnePerFamily of(IndexSearcher searcher, Query found, Sort order, @Nullable Long wellSold)
            throws IOException {
        if (!Families.areIn(searcher.getIndexReader())) {
            return NOBODY;
        }
        var members = new BooleanQuery.Builder()
                .add(found, MUST)
                .add(new FieldExistsQuery(Families.COLUMN), FILTER)
                .build();
        var choosing = FirstOfFamilies.choosing(
                order.rewrite(searcher), searcher.getIndexReader().maxDoc());
        var chosen = wellSold == null
                ? searcher.search(members, choosing)
                : searcher.search(members, new RatedHits<>(choosing, wellSold));
        return new OnePerFamily(chosen.firsts(), chosen.others());
    }

    Query shown(Query found) {
        return others == null
                ? found
                : new BooleanQuery.Builder()
                        .add(found, MUST)
                        .add(new DocSet(others), MUST_NOT)
                        .build();
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
