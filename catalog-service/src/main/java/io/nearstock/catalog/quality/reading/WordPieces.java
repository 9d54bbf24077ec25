package io.nearstock.catalog.quality.reading;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts text into the pieces that a model of the BERT family has learned (Wu et al. 2016, section 4.1; Devlin et al.
 * 2019): without case and accents, each word by the longest pieces that are known.
 */
final class WordPieces {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
    private static final Pattern TOKENS = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{Cntrl}]");
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> numbers;

    WordPieces(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPieces of(InputStream tokenizer) throws IOException {
        try (tokenizer) {
            var numbers = new HashMap<String, Integer>();
            JsonMapper.shared()
                    .readTree(tokenizer)
                    .at("/model/vocab")
                    .properties()
                    .forEach(piece ->
                            numbers.put(piece.getKey(), piece.getValue().asInt()));
            return new WordPieces(numbers);
        }
    }

    /** The numbers of the pieces between the marks of a beginning and an end, at most so many with them. */
    long[] of(String text, int most) {
        var pieces = new ArrayList<Long>();
        pieces.add(number("[CLS]"));
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var tokens = TOKENS.matcher(plain);
        while (tokens.find() && pieces.size() < most) {
            pieces.addAll(pieces(tokens.group()));
        }
        var kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
        kept.add(number("[SEP]"));
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    private List<Long> pieces(String word) {
        var pieces = new ArrayList<Long>();
        for (int from = 0; from < word.length(); ) {
            var end = longest(word, from);
            if (end == from || word.length() > LONGEST_WORD) {
                return List.of(number("[UNK]"));
            }
            pieces.add(number(piece(word, from, end)));
            from = end;
        }
        return pieces;
    }

    private int longest(String word, int from) {
        int end = word.length();
        while (end > from && !numbers.containsKey(piece(word, from, end))) {
            end--;
        }
        return end;
    }

    private static String piece(String word, int from, int end) {
        return (from == 0 ? "" : "##") + word.substring(from, end);
    }

    private long number(String piece) {
        return Objects.requireNonNull(numbers.get(piece), piece);
    }
}
