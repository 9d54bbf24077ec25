package io.nearstock.catalog.search;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A product that was found, or a place between products: by what it is sorted, and its id, which tells equals apart. */
final class Hit {

    private static final int NOWHERE = -1;

    private final int doc;
    private final long key;
    private @Nullable BytesRef id;
    private int segment;
    private int place;

    private Hit(int doc, long key, @Nullable BytesRef id, int segment, int place) {
        this.doc = doc;
        this.key = key;
        this.id = id;
        this.segment = segment;
        this.place = place;
    }

    /** Of the segment that was entered last. */
    static Hit of(int doc, long key, IdPlaces ids) {
        return new Hit(ids.segment() + doc, key, null, ids.segment(), ids.of(doc));
    }

    static Hit at(long key, String id) {
        return new Hit(NOWHERE, key, new BytesRef(id), NOWHERE, NOWHERE);
    }

    /** Its number in the state of the index. */
    int doc() {
        return doc;
    }

    long key() {
        return key;
    }

    BytesRef id(IdPlaces ids) {
        var known = id;
        if (known == null) {
            known = ids.id(doc);
            id = known;
        }
        return known;
    }

    boolean isBefore(Hit other, IdPlaces ids) {
        return key == other.key ? place(ids) < other.place(ids) : key < other.key;
    }

    /** Of its id, in the segment that was entered last. */
    int place(IdPlaces ids) {
        if (segment != ids.segment()) {
            segment = ids.segment();
            place = ids.of(id(ids));
        }
        return place;
    }
}
