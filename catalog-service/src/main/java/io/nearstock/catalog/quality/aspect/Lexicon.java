package io.nearstock.catalog.quality.aspect;

import io.nearstock.catalog.quality.reading.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words and phrases of {@code quality/aspects.txt}. */
final class Lexicon {

    private static final String FILE = "/quality/aspects.txt";
    private static final int LONGEST = 5;
    private static final int SHORTEST_STEM = 3;

    private final Map<String, List<Term>> phrases = new HashMap<>();
    private final Map<String, List<Term>> stems = new HashMap<>();

    static Lexicon read() {
        var lexicon = new Lexicon();
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(lexicon::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lexicon;
    }

    private void add(String line) {
        var parts = line.split(" ", 3);
        var aspect = parts[0].equals("any")
                ? Optional.<Aspect>empty()
                : Optional.of(Aspect.valueOf(parts[0].toUpperCase(Locale.ROOT)));
        var term = new Term(aspect, "-0+".indexOf(parts[1]) - 1);
        for (var phrase : List.of(parts[2].split(",", -1))) {
            add(phrase.strip(), term);
        }
    }

    private void add(String phrase, Term term) {
        var key = String.join(" ", Words.of(phrase));
        (phrase.endsWith("*") ? stems : phrases)
                .computeIfAbsent(key, _ -> new ArrayList<>())
                .add(term);
    }

    /** The longest phrase that begins here, with what it says; of no words where there is none. */
    Found at(List<String> words, int from) {
        for (int count = Math.min(LONGEST, words.size() - from); count > 0; count--) {
            var terms = phrases.get(String.join(" ", words.subList(from, from + count)));
            if (terms != null) {
                return new Found(count, terms);
            }
        }
        return stem(words.get(from));
    }

    private Found stem(String word) {
        for (int length = word.length(); length >= SHORTEST_STEM; length--) {
            var terms = stems.get(word.substring(0, length));
            if (terms != null) {
                return new Found(1, terms);
            }
        }
        return new Found(0, List.of());
    }

    record Found(int words, List<Term> terms) {}
}
