package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Changes as bytes: length, checksum, a BSON document. */
final class Frames {

    private static final int HEADER = 8;
    /** The types and names of a change's fields: a string, then a document. */
    private static final byte[] NAMESPACE = {2, 'n', 0};

    private static final byte[] PUT = {3, 'p', 'u', 't', 0};
    private static final byte[] EDIT = {3, 'e', 'd', 'i', 't', 0};
    private static final int LONGEST = BsonConstants.MAX_BSON_OBJECT_SIZE;

    private Frames() {}

    static ByteBuf encode(Change change) {
        var frame = Unpooled.buffer(1024).writeZero(HEADER);
        if (change instanceof Change.Put(var namespace, var document)) {
            encode(namespace, PUT, document.bytes(), frame);
        } else if (change instanceof Change.Edited(var namespace, var edit)) {
            encode(namespace, EDIT, edit.bytes(), frame);
        } else {
            BsonEncoder.encodeDocument(document(change), frame);
        }
        var length = frame.writerIndex() - HEADER;
        if (length > LONGEST) {
            throw new MongoServerError(10334, "BSONObjectTooLarge", "a document may have 16 MB at most");
        }
        frame.setInt(0, length);
        frame.setInt(4, checksum(frame.array(), HEADER, length));
        return frame;
    }

    /** The document {@code {n: namespace, field: document}}, around bytes that are there already. */
    private static void encode(String namespace, byte[] field, byte[] document, ByteBuf frame) {
        var name = namespace.getBytes(StandardCharsets.UTF_8);
        frame.writeIntLE(before(name, field) + document.length + 1);
        frame.writeBytes(NAMESPACE).writeIntLE(name.length + 1).writeBytes(name).writeByte(0);
        frame.writeBytes(field).writeBytes(document).writeByte(0);
    }

    /** How many bytes come before the document in this field. */
    private static int before(byte[] namespace, byte[] field) {
        return Integer.BYTES + NAMESPACE.length + Integer.BYTES + namespace.length + 1 + field.length;
    }

    /** Null where it is another change. */
    private static Change.@Nullable Put put(byte[] body) {
        var bytes = Unpooled.wrappedBuffer(body).skipBytes(Integer.BYTES + NAMESPACE.length);
        var name = new byte[bytes.readIntLE() - 1];
        var document = before(name, PUT);
        bytes.readBytes(name);
        return Arrays.equals(body, document - PUT.length, document, PUT, 0, PUT.length)
                ? new Change.Put(
                        new String(name, StandardCharsets.UTF_8),
                        Packed.of(Arrays.copyOfRange(body, document, body.length - 1)))
                : null;
    }

    /**
     * Reads a file to its end, or to where a crash tore it.
     *
     * @return the bytes after that, which are lost: nobody was told that they are stored
     */
    static long read(Path file, Consumer<Change> changes) throws IOException {
        var length = Files.size(file);
        var good = 0L;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
            for (var body = next(in); body.length > 0; body = next(in)) {
                var put = put(body);
                changes.accept(put != null ? put : change(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(body))));
                good += HEADER + body.length;
            }
        }
        return length - good;
    }

    /** Nothing at the end, and where a frame is incomplete. */
    private static byte[] next(DataInputStream in) throws IOException {
        try {
            var length = in.readInt();
            var checksum = in.readInt();
            var body = length > 0 && length <= LONGEST ? in.readNBytes(length) : new byte[0];
            return body.length == length && checksum == checksum(body, 0, length) ? body : new byte[0];
        } catch (EOFException _) {
            return new byte[0];
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }

    private static Document document(Change change) {
        var document = new Document("n", change.namespace());
        return switch (change) {
            case Change.Put put -> document.append("put", put.document().document());
            case Change.Edited edited -> document.append("edit", edited.edit().document());
            case Change.Remove remove -> document.append("remove", remove.id());
            case Change.DefineIndex define -> document.append("define", define.description());
            case Change.DropIndex drop -> document.append("dropIndex", drop.name());
            case Change.Drop _ -> document.append("drop", true);
        };
    }

    private static Change change(Document document) {
        var namespace = Fields.string(document, "n");
        var kind = document.keySet().stream().skip(1).findFirst().orElseThrow();
        return switch (kind) {
            case "put" -> new Change.Put(namespace, Packed.of(Fields.document(document, kind)));
            case "edit" -> new Change.Edited(namespace, Packed.of(Fields.document(document, kind)));
            case "remove" -> new Change.Remove(namespace, document.get(kind));
            case "define" -> new Change.DefineIndex(namespace, Fields.document(document, kind));
            case "dropIndex" -> new Change.DropIndex(namespace, Fields.string(document, kind));
            case "drop" -> new Change.Drop(namespace);
            default -> throw new IllegalStateException("a newer version wrote this journal: " + kind);
        };
    }
}
