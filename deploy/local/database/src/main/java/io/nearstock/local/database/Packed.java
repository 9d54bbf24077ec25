package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A document that is about to be stored, or was: its BSON is made once, for the journal and for its row. */
final class Packed {

    private static final byte STRING = 2;
    private static final byte[] ID = {'_', 'i', 'd', 0};

    private final @Nullable Document document;
    private byte @Nullable [] bytes;

    private Packed(@Nullable Document document, byte @Nullable [] bytes) {
        this.document = document;
        this.bytes = bytes;
    }

    static Packed of(Document document) {
        return new Packed(document, null);
    }

    static Packed of(byte[] bytes) {
        return new Packed(null, bytes);
    }

    byte[] bytes() {
        if (bytes == null) {
            var encoded = Unpooled.buffer(512);
            BsonEncoder.encodeDocument(requireNonNull(document), encoded);
            bytes = Arrays.copyOf(encoded.array(), encoded.writerIndex());
        }
        return bytes;
    }

    /** Its bytes if anybody has wanted them. */
    byte @Nullable [] bytesIfMade() {
        return bytes;
    }

    Document document() {
        return document != null ? document : BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes()));
    }

    /** Without reading all of the document where the id is a string, and the first of its fields, as drivers write it. */
    @Nullable
    Object id() {
        return document == null && beginsWithId() ? firstString() : document().get("_id");
    }

    private boolean beginsWithId() {
        var from = Integer.BYTES + 1;
        var until = from + ID.length;
        return bytes().length > until
                && bytes()[Integer.BYTES] == STRING
                && Arrays.equals(bytes(), from, until, ID, 0, ID.length);
    }

    private String firstString() {
        var length = Unpooled.wrappedBuffer(bytes()).getIntLE(Integer.BYTES + 1 + ID.length);
        return new String(bytes(), 2 * Integer.BYTES + 1 + ID.length, length - 1, StandardCharsets.UTF_8);
    }
}
