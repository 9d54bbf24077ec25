package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Where the ids of products are among those of a segment, in order: so equals are told apart and hardly an id is read. */
final class IdPlaces {

    private final IndexSearcher searcher;
    private SortedDocValues ids = DocValues.emptySorted();
    private int segment = -1;

    IdPlaces(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The segment whose products are asked for from now on, in the order of their numbers. */
    void enter(int begin) {
        try {
            if (begin != segment) {
                segment = begin;
                ids = open(begin);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number of its first product. */
    int segment() {
        return segment;
    }

    /** An even number. */
    int of(int doc) {
        try {
            return ids.advanceExact(doc) ? 2 * ids.ordValue() : -1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of any id; an odd number where no product of the segment has it. */
    int of(BytesRef id) {
        try {
            var place = ids.lookupTerm(id);
            return place >= 0 ? 2 * place : -2 * place - 3;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of a product of any segment. */
    BytesRef id(int product) {
        try {
            return new BytesRef(ProductDocuments.id(searcher, product));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SortedDocValues open(int begin) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        return DocValues.getSorted(
                leaves.get(ReaderUtil.subIndex(begin, leaves)).reader(), ProductDocuments.ID);
    }
}
