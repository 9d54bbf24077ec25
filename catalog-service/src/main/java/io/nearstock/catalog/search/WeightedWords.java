package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Words of a product in the one field by which words find it, each as many times as where it stands is worth. BM25 of that
 * field is BM25F (Robertson, Zaragoza, Taylor 2004, <i>Simple BM25 Extension to Multiple Weighted Fields</i>, who define it
 * so), for one list of products a word instead of one for each place, and with the bounds by which a search skips what
 * cannot be among the best (Ding, Suel 2011).
 */
final class WeightedWords extends Field {

    static final String FIELD = "words";

    /** How much a word tells by where it stands. */
    enum Place {
        NAME(4),
        BRAND(2),
        CATEGORY(1.5),
        ATTRIBUTE(1.5),
        TEXT(1);

        private final int times;

        Place(double weight) {
            this.times = (int) (weight * SCALE);
        }
    }

    /** Makes whole numbers of the weights. */
    private static final int SCALE = 2;

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TYPE.setTokenized(true);
        TYPE.freeze();
    }

    private final Place place;

    WeightedWords(Place place, String text) {
        super(FIELD, text, TYPE);
        this.place = place;
    }

    /** Lengths are scaled as frequencies are, so that only k1 has to follow. */
    static Similarity similarity() {
        var weighted = new BM25Similarity(1.2f * SCALE, 0.75f);
        var usual = new BM25Similarity();
        return new PerFieldSimilarityWrapper() {

            @Override
            public Similarity get(String field) {
                return field.equals(FIELD) ? weighted : usual;
            }
        };
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return new Repeated(Objects.requireNonNull(super.tokenStream(analyzer, null)), place.times);
    }

    private static final class Repeated extends TokenFilter {

        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final int times;

        Repeated(TokenStream words, int times) {
            super(words);
            this.times = times;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            frequency.setTermFrequency(times);
            return true;
        }
    }
}
