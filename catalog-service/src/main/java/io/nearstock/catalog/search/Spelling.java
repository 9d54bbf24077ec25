package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words of the catalogue as they are written there: what somebody may have meant, and how a word may go on. */
final class Spelling {

    /** A word of the catalogue; nearness is 1 where it is what was typed, less by each letter that differs. */
    record Word(String text, float nearness, int products) {}

    private static final String FIELD = ProductDocuments.WRITTEN;
    private static final int MOST = 5;
    private static final int MOST_PREFIXED = 2_000;

    private Spelling() {}

    /**
     * Words of the catalogue nearest to one that it does not have: a letter may be wrong from four letters on, two from
     * eight on, but not the first. None for shorter words.
     */
    static List<Word> near(IndexReader reader, String word) throws IOException {
        var edits = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        if (edits == 0) {
            return List.of();
        }
        var found = new HashMap<String, Word>();
        var nearness = Nearness.to(new Term(FIELD, word), edits);
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(FIELD);
            if (terms != null) {
                collect(nearness.among(terms), nearness, found);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Word::nearness)
                        .thenComparingInt(Word::products)
                        .reversed()
                        .thenComparing(Word::text))
                .limit(MOST)
                .toList();
    }

    /** Words that begin so, the most frequent first. */
    static List<Word> beginningWith(IndexReader reader, String prefix, int most) throws IOException {
        var terms = MultiTerms.getTerms(reader, FIELD);
        var words = terms == null ? List.<Word>of() : beginningWith(terms, new BytesRef(prefix));
        return words.subList(0, Math.min(words.size(), most));
    }

    private static List<Word> beginningWith(Terms terms, BytesRef prefix) throws IOException {
        var all = terms.iterator();
        var words = new ArrayList<Word>();
        var term = all.seekCeil(prefix) == SeekStatus.END ? null : all.term();
        while (term != null && StringHelper.startsWith(term, prefix) && words.size() < MOST_PREFIXED) {
            words.add(new Word(term.utf8ToString(), 1, all.docFreq()));
            term = all.next();
        }
        words.sort(Comparator.comparingInt(Word::products).reversed().thenComparing(Word::text));
        return words;
    }

    private static void collect(TermsEnum terms, Nearness nearness, Map<String, Word> found) throws IOException {
        for (var term = terms.next(); term != null; term = terms.next()) {
            var word = new Word(term.utf8ToString(), nearness.of(term), terms.docFreq());
            found.merge(
                    word.text(),
                    word,
                    (known, more) -> new Word(known.text(), known.nearness(), known.products() + more.products()));
        }
    }
}
