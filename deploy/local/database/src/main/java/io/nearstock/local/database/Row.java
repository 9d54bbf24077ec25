package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is stored: unpacked while it is in use, as BSON otherwise, which takes a fraction of the memory and
 * gives a garbage collector nothing to walk through. A stored document is never changed but replaced by its successor,
 * so whoever has read one may go on reading it while others write.
 */
final class Row {

    /** A document that is shorter is told whole. */
    private static final int LONG = 4096;

    /** One that is longer too: changes might let it grow beyond what any may have. */
    private static final int LONGEST = BsonConstants.MAX_BSON_OBJECT_SIZE / 2;

    /** So many bytes of changes at most follow a document that was told whole, before it is so again. */
    private static final int MOST_EDITS = 1 << 20;

    private final long number;
    /** How long the document was when it was told whole, and how long what was told of it since. */
    private int whole;

    private int edits;
    private @Nullable Document document;
    private byte @Nullable [] packed;
    private volatile boolean used = true;

    Row(long number, Packed document) {
        this.number = number;
        this.packed = document.bytesIfMade();
        this.document = packed == null ? document.document() : null;
        this.whole = packed == null ? 0 : packed.length;
    }

    /** What the journal is told of its next document: all of it, or of a long one what makes it so. */
    synchronized Change change(String namespace, Packed successor, Document update) {
        if (whole >= LONG && whole <= LONGEST) {
            var edit = Packed.of(new Document("_id", successor.id()).append("update", update));
            edits += edit.bytes().length;
            if (edits <= MOST_EDITS) {
                return new Change.Edited(namespace, edit);
            }
        }
        return new Change.Put(namespace, successor);
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
        if (packed != null) {
            whole = packed.length;
            edits = 0;
        }
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
