package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
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

    Row(long number, Document document) {
        this.number = number;
        this.document = document;
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
        packed = null;
        return true;
    }

    synchronized void pack() {
        if (document != null) {
            var bytes = Unpooled.buffer(512);
            BsonEncoder.encodeDocument(document, bytes);
            packed = Arrays.copyOf(bytes.array(), bytes.writerIndex());
            document = null;
        }
    }

    /** Answers as {@link #unpack} does. */
    synchronized boolean replace(Document successor) {
        var wasPacked = document == null;
        document = successor;
        packed = null;
        return wasPacked;
    }

    /** Whether somebody has read it since this was asked before. */
    boolean takeUsed() {
        var wasUsed = used;
        used = false;
        return wasUsed;
    }

    private Document unpacked() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(requireNonNull(packed)));
    }
}
