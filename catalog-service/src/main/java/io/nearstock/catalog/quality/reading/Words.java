package io.nearstock.catalog.quality.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words and marks of a text in lower case, and which of them a negation reaches. */
public final class Words {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}']+|[0-9]+|[!?.,;:]");
    private static final Pattern NEGATIONS =
            Pattern.compile("not|no|never|nor|without|hardly|barely|cannot|cant|wont|isnt"
                    + "|wasnt|didnt|doesnt|dont|couldnt|wouldnt|nothing|.*n't");
    private static final String BARRIERS = "!?.,;:";
    private static final int REACH = 4;

    private Words() {}

    public static List<String> of(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    public static boolean isNegation(String word) {
        return NEGATIONS.matcher(word).matches();
    }

    /** For each word whether one of the few before it denies it; a mark or "but" ends that. */
    public static boolean[] denied(List<String> words) {
        var denied = new boolean[words.size()];
        int left = 0;
        for (int at = 0; at < denied.length; at++) {
            var word = words.get(at);
            left = BARRIERS.contains(word) || word.equals("but") ? 0 : left;
            denied[at] = left > 0;
            left = isNegation(word) ? REACH : left - 1;
        }
        return denied;
    }

    /** Denied words are other words than the same ones not denied. */
    static List<String> marked(String text) {
        var words = of(text);
        var denied = denied(words);
        var marked = new ArrayList<String>(words.size());
        for (int at = 0; at < denied.length; at++) {
            marked.add(denied[at] ? words.get(at) + "_not" : words.get(at));
        }
        return marked;
    }
}
