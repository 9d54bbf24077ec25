package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import io.nearstock.catalog.search.meaning.Meanings;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What words ask for, by the words themselves and, where few products have them all, by what they mean: a convex
 * combination of both scores, that of the words divided by the best there is (Bruch, Gai, Ingber 2023, <i>An Analysis of
 * Fusion Functions for Hybrid Retrieval</i>). Where the words alone find enough, meaning would cost milliseconds and
 * add little.
 */
final class AskedFor {

    /**
     * What finds.
     *
     * @param meant whether by its meaning too
     */
    record Asked(Query query, boolean meant) {}

    /** How many products are near a meaning at most. */
    static final int NEIGHBOURS = 100;

    /** What is farther from a meaning does not answer it. */
    private static final float LEAST_COSINE = 0.25f;

    private static final float MEANING = 0.5f;

    /** So many products with all the words are answer enough. */
    private static final int ENOUGH = 10;

    private final WordQuery words;
    private final Meanings meanings;

    AskedFor(Language language, Meanings meanings) {
        this.words = new WordQuery(language);
        this.meanings = meanings;
    }

    /**
     * Decided by the words alone, so that all pages of a search and all its filters see the same.
     *
     * @param mayMean false where the pages before knew only words
     */
    Asked of(Matches matches, String text, boolean mayMean) throws IOException {
        var searcher = matches.searcher();
        var found = words.of(matches, text);
        var meaning = found.products() >= ENOUGH || !mayMean ? null : meanings.ofQuery(text);
        return meaning == null
                ? new Asked(found.query(), false)
                : new Asked(both(searcher, found.query(), near(searcher, meaning)), true);
    }

    static Query both(IndexSearcher searcher, Query words, ScoreDoc[] near) throws IOException {
        var best = searcher.search(words, 1).scoreDocs;
        if (near.length == 0 || best.length == 0) {
            return near.length == 0 ? words : new ScoredDocs(near, MEANING);
        }
        return new BooleanQuery.Builder()
                .add(new BoostQuery(words, (1 - MEANING) / best[0].score), SHOULD)
                .add(new ScoredDocs(near, MEANING), SHOULD)
                .build();
    }

    /** The cosine is their score. */
    static ScoreDoc[] near(IndexSearcher searcher, byte[] meaning) throws IOException {
        var query = new KnnByteVectorQuery(ProductDocuments.MEANING, meaning, NEIGHBOURS);
        return Arrays.stream(searcher.search(query, NEIGHBOURS).scoreDocs)
                .map(doc -> new ScoreDoc(doc.doc, 2 * doc.score - 1))
                .filter(doc -> doc.score >= LEAST_COSINE)
                .toArray(ScoreDoc[]::new);
    }
}
