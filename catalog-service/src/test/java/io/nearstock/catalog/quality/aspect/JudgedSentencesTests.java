package io.nearstock.catalog.quality.aspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sentences of real reviews, judged by hand: those of the first file were known to whoever wrote the lexicon, those of the
 * second were drawn and judged when it was finished.
 */
class JudgedSentencesTests {

    private record Judged(Set<String> aspects, String sentence) {

        static Judged of(String line) {
            var fields = line.split("\t", 3);
            return new Judged(fields[1].isEmpty() ? Set.of() : Set.of(fields[1].split(" ")), fields[2]);
        }

        Set<String> found(Mentions mentions) {
            return mentions.in(sentence).stream().map(Mention::code).collect(Collectors.toSet());
        }
    }

    private record Figures(double precision, double recall) {}

    private static List<Judged> judged(String file) throws IOException {
        var stream = Objects.requireNonNull(JudgedSentencesTests.class.getResourceAsStream("/quality/" + file));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Judged::of).toList();
        }
    }

    private static Figures figures(List<Judged> sentences, UnaryOperator<String> of) {
        var mentions = new Mentions();
        double hits = 0;
        double found = 0;
        double expected = 0;
        for (var sentence : sentences) {
            var ours = sentence.found(mentions).stream().map(of).collect(Collectors.toSet());
            var theirs = sentence.aspects().stream().map(of).collect(Collectors.toSet());
            found += ours.size();
            expected += theirs.size();
            var both = new HashSet<>(ours);
            both.retainAll(theirs);
            hits += both.size();
        }
        return new Figures(hits / found, hits / expected);
    }

    @ParameterizedTest
    @CsvSource({"judged-sentences.tsv, 200, 0.80, 0.90", "fresh-sentences.tsv, 79, 0.75, 0.70"})
    void mostAspectsAreFoundAndMostThatAreFoundAreThere(String file, int count, double precision, double recall)
            throws IOException {
        var sentences = judged(file);
        assertThat(sentences).hasSize(count);
        var figures = figures(sentences, code -> code.substring(0, code.length() - 1));
        assertThat(figures.precision()).isGreaterThan(precision);
        assertThat(figures.recall()).isGreaterThan(recall);
    }

    @ParameterizedTest
    @CsvSource({"judged-sentences.tsv, 0.65, 0.74", "fresh-sentences.tsv, 0.5, 0.47"})
    void withTheRightSentimentItIsFewer(String file, double precision, double recall) throws IOException {
        var figures = figures(judged(file), UnaryOperator.identity());
        assertThat(figures.precision()).isGreaterThan(precision);
        assertThat(figures.recall()).isGreaterThan(recall);
    }
}
