package io.nearstock.catalog.quality.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One to three words in a row, those of the title and those of the text for themselves, weighed by tf-idf (Salton, Buckley
 * 1988) with a sublinear tf. Grams are numbers by hashing; those seen once in training count nothing.
 */
public final class Grams {

    public static final int DIMENSIONS = 1 << 20;
    private static final int LONGEST = 3;
    private static final int LEAST_TEXTS = 2;

    private final float[] weights;

    Grams(float[] weights) {
        this.weights = weights;
    }

    /** Learns how rare each gram is. */
    public static Grams of(List<ReviewText> texts) {
        var count = new int[DIMENSIONS];
        for (var text : texts) {
            counts(text.title(), 1).keySet().forEach(gram -> count[gram]++);
            counts(text.text(), 2).keySet().forEach(gram -> count[gram]++);
        }
        var weights = new float[DIMENSIONS];
        for (int gram = 0; gram < DIMENSIONS; gram++) {
            weights[gram] =
                    count[gram] < LEAST_TEXTS ? 0 : (float) (1 + Math.log((1.0 + texts.size()) / (1 + count[gram])));
        }
        return new Grams(weights);
    }

    public Vector of(ReviewText text) {
        var values = new HashMap<Integer, Float>();
        weighed(text.title(), 1).forEach((gram, value) -> values.merge(gram, value, Float::sum));
        weighed(text.text(), 2).forEach((gram, value) -> values.merge(gram, value, Float::sum));
        var places =
                values.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        var components = new float[places.length];
        for (int at = 0; at < places.length; at++) {
            components[at] = values.getOrDefault(places[at], 0f);
        }
        return new Vector(places, components);
    }

    private Map<Integer, Float> weighed(String text, int field) {
        var values = new HashMap<Integer, Float>();
        double squares = 0;
        for (var entry : counts(text, field).entrySet()) {
            var value = (float) (weights[entry.getKey()] * (1 + Math.log(entry.getValue())));
            values.put(entry.getKey(), value);
            squares += value * value;
        }
        var length = squares == 0 ? 1 : (float) Math.sqrt(squares);
        values.replaceAll((_, value) -> value / length);
        return values;
    }

    private static Map<Integer, Integer> counts(String text, int field) {
        var words = Words.marked(text);
        var counts = new HashMap<Integer, Integer>();
        for (int from = 0; from < words.size(); from++) {
            int hash = field;
            for (int to = from; to < Math.min(words.size(), from + LONGEST); to++) {
                hash = 31 * hash + scattered(words.get(to).hashCode());
                counts.merge(scattered(hash) & (DIMENSIONS - 1), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The finaliser of MurmurHash3. */
    private static int scattered(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
