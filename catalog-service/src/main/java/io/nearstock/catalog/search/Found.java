package io.nearstock.catalog.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;

/**
 * What a search finds in one state of the index. Nobody may change any of it.
 *
 * @param base by all that is no facet
 * @param chosen of those what passes what was chosen of a facet, by the facet's name
 * @param all what passes everything
 */
record Found(FixedBitSet base, Map<String, FixedBitSet> chosen, FixedBitSet all) {

    static Found of(FixedBitSet base, Map<String, FixedBitSet> chosen) {
        return new Found(base, chosen, met(base, List.copyOf(chosen.values())));
    }

    /** What a facet counts: a shopper sees what else could be chosen of it. */
    FixedBitSet allBut(String facet) {
        return met(
                base,
                chosen.entrySet().stream()
                        .filter(choice -> !choice.getKey().equals(facet))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static FixedBitSet met(FixedBitSet base, List<FixedBitSet> passing) {
        if (passing.isEmpty()) {
            return base;
        }
        var met = passing.getFirst().clone();
        passing.subList(1, passing.size()).forEach(met::and);
        return met;
    }

    boolean isChosen(String facet) {
        return chosen.containsKey(facet);
    }
}
