package io.nearstock.local.database;

import org.jspecify.annotations.Nullable;

/** The rows of a table that are unpacked: so many at most, those longest unused make room (second chance, or clock). */
final class Workbench {

    private final @Nullable Row[] places;
    private int hand;

    Workbench(int places) {
        this.places = new Row[places];
    }

    /** The row's document, unpacked here from now on. */
    void take(Row row) {
        if (row.unpack()) {
            put(row);
        }
    }

    /** A row that has just become unpacked. */
    void put(Row row) {
        var evicted = exchange(row);
        if (evicted != null) {
            evicted.pack();
        }
    }

    private synchronized @Nullable Row exchange(Row row) {
        for (var place = places[hand]; place != null && place.takeUsed(); place = places[hand]) {
            hand = (hand + 1) % places.length;
        }
        var evicted = places[hand];
        places[hand] = row;
        hand = (hand + 1) % places.length;
        return evicted;
    }
}
