package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Columns of a segment that never change: what else becomes of a product, it is written into another segment then. */
final class StillColumns {

    private final Map<FacetField, FacetColumn> facets;
    private final int[] skus;
    private final Map<NumberField, MovingColumn> moving = new EnumMap<>(NumberField.class);
    private final Map<Term, FixedBitSet> having = new ConcurrentHashMap<>();

    StillColumns(Map<FacetField, FacetColumn> facets, int[] skus) {
        this.facets = facets;
        this.skus = skus;
    }

    Map<FacetField, FacetColumn> facets() {
        return facets;
    }

    /** Of each product, the number that {@link SkuStock} gave its SKU. */
    int[] skus() {
        return skus;
    }

    /** What has not moved since somebody asked is not read again. */
    synchronized MovingColumn numbers(LeafReader segment, NumberField field) throws IOException {
        var known = moving.get(field);
        if (known != null && known.generation() == MovingColumn.generation(segment, field)) {
            return known;
        }
        var read = MovingColumn.of(segment, field);
        moving.put(field, read);
        return read;
    }

    /** All that have a term; those that are gone since, too. Nobody may change it, and it is kept: only frequent terms are asked for. */
    FixedBitSet having(LeafReader segment, Term term) {
        var known = having.get(term);
        return known == null ? having.computeIfAbsent(term, _ -> read(segment, term)) : known;
    }

    private static FixedBitSet read(LeafReader segment, Term term) {
        try {
            var docs = new FixedBitSet(segment.maxDoc());
            var postings = segment.postings(term, PostingsEnum.NONE);
            if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, docs, 0);
            }
            return docs;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
