package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * How near words are to one, by the letters that are wrong, left out, too many or swapped with the next (Damerau 1964); by
 * automata (Schulz, Mihov 2002), which are made once for all segments of an index.
 */
final class Nearness {

    /** Of those words that differ so much at most, by that number. */
    private final List<CompiledAutomaton> within;

    private final int letters;

    private Nearness(List<CompiledAutomaton> within, int letters) {
        this.within = within;
        this.letters = letters;
    }

    /** The first letter has to be right. */
    static Nearness to(Term word, int mostWrong) {
        var within = IntStream.rangeClosed(0, mostWrong)
                .mapToObj(wrong -> FuzzyQuery.getFuzzyAutomaton(word.text(), wrong, 1, true))
                .toList();
        return new Nearness(within, UnicodeUtil.codePointCount(word.bytes()));
    }

    TermsEnum among(Terms words) throws IOException {
        return within.getLast().getTermsEnum(words);
    }

    /** 1 for the word itself, less by each letter that differs; of a word that is near. */
    float of(BytesRef word) {
        var wrong = wrong(word);
        return wrong == 0 ? 1 : 1 - (float) wrong / Math.min(letters, UnicodeUtil.codePointCount(word));
    }

    private int wrong(BytesRef word) {
        int wrong = 0;
        while (!accepts(within.get(wrong), word)) {
            wrong++;
        }
        return wrong;
    }

    private static boolean accepts(CompiledAutomaton automaton, BytesRef word) {
        return automaton.term != null
                ? automaton.term.equals(word)
                : automaton.runAutomaton.run(word.bytes, word.offset, word.length);
    }
}
