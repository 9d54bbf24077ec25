package io.nearstock.catalog.quality.aspect;

import io.nearstock.catalog.quality.reading.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds aspects sentence by sentence. What a clause says of an aspect in so many words counts first ("runs small"); else how
 * well the clause speaks at all. A negation turns a judgement round.
 */
public final class Mentions {

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|[\\r\\n]+");
    private static final Pattern CLAUSES =
            Pattern.compile("(?i)\\bbut\\b|\\bhowever\\b|\\balthough\\b|\\bthough\\b|;|(?<=\\w{3}),");

    private final Lexicon lexicon = Lexicon.read();

    /** Each aspect at most once a sentence. */
    public List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        for (var sentence : List.of(SENTENCES.split(text, -1))) {
            sentiments(sentence)
                    .forEach((aspect, sentiment) -> mentions.add(new Mention(aspect, sentiment, sentence.strip())));
        }
        return mentions;
    }

    /** How well a text speaks, by counting words: the simple way that others are compared with. */
    public int tone(String text) {
        return clause(text).tone;
    }

    private Map<Aspect, Integer> sentiments(String sentence) {
        var sums = new EnumMap<Aspect, Integer>(Aspect.class);
        for (var part : List.of(CLAUSES.split(sentence, -1))) {
            clause(part).sentiments().forEach((aspect, sentiment) -> sums.merge(aspect, sentiment, Integer::sum));
        }
        sums.replaceAll((_, sum) -> Integer.signum(sum));
        return sums;
    }

    private Clause clause(String part) {
        var clause = new Clause();
        var words = Words.of(part);
        var denied = Words.denied(words);
        for (int at = 0; at < words.size(); ) {
            var found = lexicon.at(words, at);
            clause.add(found.terms(), denied[at] ? -1 : 1);
            at += Math.max(1, found.words());
        }
        return clause;
    }

    private static final class Clause {

        private final Map<Aspect, Integer> judged = new EnumMap<>(Aspect.class);
        private int tone;

        void add(Collection<Term> terms, int sign) {
            for (var term : terms) {
                term.aspect().ifPresent(aspect -> judged.merge(aspect, sign * term.sentiment(), Integer::sum));
                tone += term.isGeneral() ? sign * term.sentiment() : 0;
            }
        }

        Map<Aspect, Integer> sentiments() {
            var sentiments = new EnumMap<Aspect, Integer>(Aspect.class);
            judged.forEach((aspect, sum) -> sentiments.put(aspect, Integer.signum(sum == 0 ? tone : sum)));
            return sentiments;
        }
    }
}
