package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * The most relevant products, where stars decide only among those that answer about as well: a score is multiplied by
 * more than {@link #LEAST} and less than {@link #MOST}, by 1 where nobody has given stars.
 */
final class RatedHits<C extends Collector, T> implements CollectorManager<RatedHits.Rated<C>, T> {

    private static final double BOUND = 0.05;

    static final float LEAST = (float) (1 - BOUND);
    static final float MOST = (float) (1 + BOUND);

    /** What a product has that nobody has rated, and how far from it most others are, in hundredths of stars. */
    private static final double USUAL = 420;

    private static final double USUAL_DISTANCE = 80;

    /** By the Bayesian average in hundredths. */
    private static final float[] FACTORS = new float[501];

    static {
        for (int standing = 0; standing < FACTORS.length; standing++) {
            FACTORS[standing] = (float) (1 + BOUND * Math.tanh((standing - USUAL) / USUAL_DISTANCE));
        }
    }

    private final CollectorManager<C, T> hits;

    RatedHits(CollectorManager<C, T> hits) {
        this.hits = hits;
    }

    static RatedHits<TopFieldCollector, TopFieldDocs> best(Sort sort, int limit, @Nullable FieldDoc after) {
        return new RatedHits<>(new TopFieldCollectorManager(sort, limit, after, limit));
    }

    @Override
    public Rated<C> newCollector() throws IOException {
        return new Rated<>(hits.newCollector());
    }

    @Override
    public T reduce(Collection<Rated<C>> collectors) throws IOException {
        return hits.reduce(collectors.stream().map(rated -> rated.unrated).toList());
    }

    static final class Rated<C extends Collector> extends FilterCollector {

        private final C unrated;

        private Rated(C unrated) {
            super(unrated);
            this.unrated = unrated;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            var standing = DocValues.getNumeric(context.reader(), ProductDocuments.STANDING);
            return new Segment(super.getLeafCollector(context), standing);
        }
    }

    private static final class Segment extends FilterLeafCollector {

        private final NumericDocValues standing;
        private int doc;

        Segment(LeafCollector top, NumericDocValues standing) {
            super(top);
            this.standing = standing;
        }

        @Override
        public void collect(int doc) throws IOException {
            this.doc = doc;
            super.collect(doc);
        }

        @Override
        public void setScorer(Scorable text) throws IOException {
            super.setScorer(new Scorable() {

                @Override
                public float score() throws IOException {
                    return text.score() * factor();
                }

                // a text that stars cannot lift over what is there already need not be looked at
                @Override
                public void setMinCompetitiveScore(float least) throws IOException {
                    text.setMinCompetitiveScore(Math.nextDown(least / MOST));
                }
            });
        }

        private float factor() throws IOException {
            return standing.advanceExact(doc) ? FACTORS[(int) standing.longValue()] : 1;
        }
    }
}
