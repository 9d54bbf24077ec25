package io.nearstock.catalog.search;

import java.util.Map;
import org.apache.lucene.util.FixedBitSet;

/**
 * What a search finds in one state of the index.
 *
 * @param base by all that is no facet
 * @param chosen of those what passes what was chosen of a facet, by the facet's name
 */
record Found(FixedBitSet base, Map<String, FixedBitSet> chosen) {

    FixedBitSet all() {
        return allBut("");
    }

    /** What a facet counts: a shopper sees what else could be chosen of it. */
    FixedBitSet allBut(String facet) {
        var all = base.clone();
        chosen.forEach((name, passing) -> {
            if (!name.equals(facet)) {
                all.and(passing);
            }
        });
        return all;
    }

    boolean isChosen(String facet) {
        return chosen.containsKey(facet);
    }
}
