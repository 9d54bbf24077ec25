package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What words ask for: BM25F (Robertson, Zaragoza, Taylor 2004), so that a word counts by the weighted sum of where it
 * stands. No sign in the words means anything. All of them must be there; where no product has all, most are enough.
 */
final class WordQuery {

    /**
     * What finds.
     *
     * @param products how many have all of the words; without end where a code is named
     */
    record Found(Query query, long products) {}

    private static final float SKU = 20;
    private static final float SYNONYM = 0.8f;
    private static final float MISSPELT = 0.7f;

    /** Means nothing but itself, whether there is such a product or not. */
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)\\S{4,}");

    private final Language language;

    WordQuery(Language language) {
        this.language = language;
    }

    /** Decided by the words alone, so that all pages of a search and all its filters see the same. */
    Found of(Matches matches, String text) throws IOException {
        var reader = matches.searcher().getIndexReader();
        var words = new ArrayList<Query>();
        var named = false;
        for (var chunk : text.split("\\s+", -1)) {
            named |= CODE.matcher(chunk).find() || isSku(reader, chunk);
            words.addAll(chunk(reader, chunk));
        }
        var all = together(words, words.size());
        var products = matches.of(all).cardinality();
        var some = products > 0 || words.size() < 3 ? all : together(words, (words.size() + 1) / 2);
        return new Found(some, named ? Long.MAX_VALUE : products);
    }

    private static Query together(List<Query> words, int atLeast) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
        words.forEach(word -> query.add(word, SHOULD));
        return query.build();
    }

    /** What stands between two spaces is a SKU, or words such as {@code t-light}; a stop word is nothing. */
    private List<Query> chunk(IndexReader reader, String chunk) throws IOException {
        if (isSku(reader, chunk)) {
            return List.of(new BoostQuery(new TermQuery(sku(chunk)), SKU));
        }
        var words = new ArrayList<Query>();
        for (var word : language.words(chunk)) {
            words.add(word(reader, word));
        }
        return words.size() < 2 ? words : List.of(conjunction(words));
    }

    private static boolean isSku(IndexReader reader, String chunk) throws IOException {
        return reader.docFreq(sku(chunk)) > 0;
    }

    private static Term sku(String chunk) {
        return new Term(ProductDocuments.SKU_WORD, chunk.toLowerCase(Locale.ROOT));
    }

    private static Query conjunction(List<Query> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word, MUST));
        return query.build();
    }

    private Query word(IndexReader reader, String word) throws IOException {
        var stems = List.copyOf(language.stems(word));
        var known = meaning(stems);
        for (var stem : stems) {
            if (isThere(reader, stem)) {
                return known;
            }
        }
        var meant =
                Spelling.near(reader, word).stream().map(near -> meant(near)).toList();
        return meant.isEmpty() ? known : new DisjunctionMaxQuery(meant, 0);
    }

    private Query meant(Spelling.Word near) {
        return new BoostQuery(meaning(List.copyOf(language.stems(near.text()))), MISSPELT * near.nearness());
    }

    private static Query meaning(List<String> stems) {
        var synonyms = stems.stream().skip(1).map(stem -> (Query) new BoostQuery(anywhere(stem), SYNONYM));
        return stems.size() == 1
                ? anywhere(stems.getFirst())
                : new DisjunctionMaxQuery(
                        Stream.concat(Stream.of(anywhere(stems.getFirst())), synonyms)
                                .toList(),
                        0);
    }

    private static Query anywhere(String stem) {
        return new TermQuery(new Term(WeightedWords.FIELD, stem));
    }

    private static boolean isThere(IndexReader reader, String stem) throws IOException {
        return reader.docFreq(new Term(WeightedWords.FIELD, stem)) > 0;
    }
}
