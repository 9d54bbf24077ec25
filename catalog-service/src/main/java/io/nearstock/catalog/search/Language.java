package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/** How text becomes words: as they are written, and as the stems by which they are found. */
@Component
final class Language {

    private final Locale locale;
    private final CharArraySet stopWords;
    private final Analyzer written = new Words(false);
    private final Analyzer stemmed = new Words(true);
    private final Map<String, Set<String>> synonyms = new HashMap<>();

    Language(LanguageSettings settings) {
        this.locale = settings.locale();
        this.stopWords = new CharArraySet(settings.stopWords(), true);
        settings.synonyms().forEach(this::learn);
    }

    Analyzer written() {
        return written;
    }

    Analyzer stemmed() {
        return stemmed;
    }

    /** Lower-cased, without accents and stop words. */
    List<String> words(String text) {
        return tokens(written, text);
    }

    /** The stems of a word and of its synonyms, its own first. */
    Set<String> stems(String word) {
        var stems = new LinkedHashSet<>(tokens(stemmed, word));
        List.copyOf(stems).forEach(stem -> stems.addAll(synonyms.getOrDefault(stem, Set.of())));
        return stems;
    }

    private void learn(String group) {
        var stems = new LinkedHashSet<String>();
        Arrays.stream(group.split(",")).forEach(word -> stems.addAll(tokens(stemmed, word)));
        stems.forEach(stem ->
                synonyms.computeIfAbsent(stem, _ -> new LinkedHashSet<>()).addAll(stems));
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var token = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(token.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private TokenStream stems(TokenStream words) {
        return switch (locale.getLanguage()) {
            case "en" -> new PorterStemFilter(words);
            case "de" -> new GermanLightStemFilter(words);
            case "es" -> new SpanishLightStemFilter(words);
            case "fr" -> new FrenchLightStemFilter(words);
            case "it" -> new ItalianLightStemFilter(words);
            default -> words;
        };
    }

    private final class Words extends Analyzer {

        private final boolean stemming;

        Words(boolean stemming) {
            this.stemming = stemming;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            var lower = new LowerCaseFilter(new EnglishPossessiveFilter(source));
            var words = new StopFilter(new ASCIIFoldingFilter(lower), stopWords);
            return new TokenStreamComponents(source, stemming ? stems(words) : words);
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
