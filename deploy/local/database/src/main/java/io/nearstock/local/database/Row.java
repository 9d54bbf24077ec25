package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is stored: unpacked while it is in use, as BSON otherwise, which takes a fraction of the memory and
 * gives a garbage collector nothing to walk through. A stored document is never changed but replaced by its successor,
 * so whoever has read one may go on reading it while others write.
 */
final class Row {

    private final long number;
    private @Nullable Document document;
    private byte @Nullable [] packed;
    private volatile boolean used = true;

    Row(long number, Packed document) {
        this.number = number;
        this.packed = document.bytesIfMade();
        this.document = packed == null ? document.document() : null;
    }

    /** Whether it is as it was stored; whoever writes a journal has packed it, and most of what is new is not read soon. */
    synchronized boolean isPacked() {
        return document == null;
    }

    /** Rises with the order of insertion. */
    long number() {
        return number;
    }

    /** The document, which stays packed if it is. */
    synchronized Document document() {
        used = true;
        return document != null ? document : unpacked();
    }

    /** Unpacks what has been packed; false when it is not. */
    synchronized boolean unpack() {
        if (document != null) {
            return false;
        }
        document = unpacked();
        return true;
    }

    synchronized void pack() {
        if (document != null) {
            packed = packed != null ? packed : Packed.of(document).bytes();
            document = null;
        }
    }

    /** Answers as {@link #unpack} does. */
    synchronized boolean replace(Packed successor) {
        var wasPacked = document == null;
        document = successor.document();
        packed = successor.bytesIfMade();
        return wasPacked;
    }

    /** Whether somebody has read it since this was asked before. */
    boolean takeUsed() {
        var wasUsed = used;
        used = false;
        return wasUsed;
    }

    private Document unpacked() {
        return Packed.of(requireNonNull(packed)).document();
    }
}
