package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** What a word that was asked for may mean; of all that it means in a product the best counts. */
record WordReadings(List<Weight> weights) {

    /** Of each word of a query; what they score adds up. */
    static List<WordReadings> of(IndexSearcher searcher, Query query) throws IOException {
        var words = new ArrayList<WordReadings>();
        for (var word : words(query)) {
            var weights = new ArrayList<Weight>();
            read(searcher, word, 1, weights);
            words.add(new WordReadings(weights));
        }
        return words;
    }

    private static List<Query> words(Query query) {
        return query instanceof BooleanQuery words && words.clauses().stream().allMatch(BooleanClause::isScoring)
                ? words.clauses().stream().map(BooleanClause::query).toList()
                : List.of(query);
    }

    private static void read(IndexSearcher searcher, Query word, float boost, List<Weight> weights) throws IOException {
        switch (word) {
            case BoostQuery boosted -> read(searcher, boosted.getQuery(), boost * boosted.getBoost(), weights);
            case DisjunctionMaxQuery any
            when any.getTieBreakerMultiplier() == 0 -> {
                for (var reading : any.getDisjuncts()) {
                    read(searcher, reading, boost, weights);
                }
            }
            default -> weights.add(searcher.createWeight(searcher.rewrite(word), ScoreMode.COMPLETE, boost));
        }
    }

    WordInSegment in(LeafReaderContext leaf) throws IOException {
        var found = new WordInSegment(leaf.reader().maxDoc());
        for (var weight : weights) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                found.add(scorer);
            }
        }
        return found;
    }
}
