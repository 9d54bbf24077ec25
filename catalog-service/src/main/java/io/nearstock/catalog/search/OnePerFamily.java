package io.nearstock.catalog.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of each product, of all its variants that a search finds, the one that comes first in the order of its results.
 * Which one that is does not depend on the page, so that none comes again on a later one. Products without variants are
 * not looked at.
 */
final class OnePerFamily {

    static final OnePerFamily NOBODY = new OnePerFamily(null);

    private final @Nullable FirstOfFamilies firsts;

    private OnePerFamily(@Nullable FirstOfFamilies firsts) {
        this.firsts = firsts;
    }

    /** Decides, of what is found. */
    static OnePerFamily of(IndexColumns columns, FixedBitSet found, SortKeys order, IdPlaces ids) {
        var members = columns.members(found);
        var firsts = new FirstOfFamilies(order, ids, members.cardinality(), members.length());
        columns.walk(members, firsts);
        return new OnePerFamily(firsts);
    }

    /** Of what is found. */
    FixedBitSet shown(FixedBitSet found) {
        if (firsts == null) {
            return found;
        }
        var shown = found.clone();
        shown.andNot(firsts.others());
        return shown;
    }

    /** How many of its family are found; null where it has none. */
    @Nullable
    Integer found(IndexSearcher searcher, int doc) throws IOException {
        if (firsts == null) {
            return null;
        }
        var found = firsts.found(ProductDocuments.number(searcher, Families.COLUMN, doc));
        return found == 0 ? null : found;
    }
}
