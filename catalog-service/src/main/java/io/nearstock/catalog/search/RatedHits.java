package io.nearstock.catalog.search;

import io.nearstock.catalog.Popularity;
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
 * The most relevant products, where stars and sales decide only among those that answer about as well: a score is multiplied by
 * more than {@link #LEAST} and less than {@link #MOST}, by 1 where nobody has given stars or bought any.
 */
final class RatedHits<C extends Collector, T> implements CollectorManager<RatedHits.Rated<C>, T> {

    private static final double BOUND = 0.05;

    static final float LEAST = (float) (1 - BOUND);
    static final float MOST = (float) ((1 + BOUND) * (1 + BOUND));

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

    /** With as many deliveries as this, each as if just now, a product has half of what sales can give. */
    static final double WELL_SOLD = 20;

    /** By how many eighths of an octave popularity is above or below {@link #WELL_SOLD}. */
    private static final float[] SOLD = new float[161];

    private static final int MIDDLE = SOLD.length / 2;
    private static final int STEP = Popularity.TWICE / 8;

    static {
        for (int eighth = 0; eighth < SOLD.length; eighth++) {
            SOLD[eighth] = (float) (1 + BOUND / (1 + Math.pow(2, (MIDDLE - eighth) / 8.0)));
        }
    }

    private final CollectorManager<C, T> hits;
    private final long wellSold;

    /** Takes what has been sold well now, as {@link Popularity#rank} has it. */
    RatedHits(CollectorManager<C, T> hits, long wellSold) {
        this.hits = hits;
        this.wellSold = wellSold;
    }

    static RatedHits<TopFieldCollector, TopFieldDocs> best(
            Sort sort, int limit, @Nullable FieldDoc after, long wellSold) {
        return new RatedHits<>(new TopFieldCollectorManager(sort, limit, after, limit), wellSold);
    }

    @Override
    public Rated<C> newCollector() throws IOException {
        return new Rated<>(hits.newCollector(), wellSold);
    }

    @Override
    public T reduce(Collection<Rated<C>> collectors) throws IOException {
        return hits.reduce(collectors.stream().map(rated -> rated.unrated).toList());
    }

    static final class Rated<C extends Collector> extends FilterCollector {

        private final C unrated;
        private final long wellSold;

        private Rated(C unrated, long wellSold) {
            super(unrated);
            this.unrated = unrated;
            this.wellSold = wellSold;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            var standing = DocValues.getNumeric(context.reader(), ProductDocuments.STANDING);
            var popularity = DocValues.getNumeric(context.reader(), ProductDocuments.POPULARITY);
            return new Segment(super.getLeafCollector(context), standing, popularity, wellSold);
        }
    }

    private static final class Segment extends FilterLeafCollector {

        private final NumericDocValues standing;
        private final NumericDocValues popularity;
        private final long wellSold;
        private int doc;

        Segment(LeafCollector top, NumericDocValues standing, NumericDocValues popularity, long wellSold) {
            super(top);
            this.standing = standing;
            this.popularity = popularity;
            this.wellSold = wellSold;
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
                    return text.score() * stars() * sales();
                }

                // a text that nothing can lift over what is there already need not be looked at
                @Override
                public void setMinCompetitiveScore(float least) throws IOException {
                    text.setMinCompetitiveScore(Math.nextDown(least / MOST));
                }
            });
        }

        private float stars() throws IOException {
            return standing.advanceExact(doc) ? FACTORS[(int) standing.longValue()] : 1;
        }

        private float sales() throws IOException {
            var rank = popularity.advanceExact(doc) ? popularity.longValue() : Popularity.NEVER;
            return rank == Popularity.NEVER
                    ? 1
                    : SOLD[Math.clamp(MIDDLE + (rank - wellSold) / STEP, 0, SOLD.length - 1)];
        }
    }
}
