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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Changes as bytes: length, checksum, a BSON document. */
final class Frames {

    private static final int HEADER = 8;
    private static final int LONGEST = BsonConstants.MAX_BSON_OBJECT_SIZE;

    private Frames() {}

    static ByteBuf encode(Change change) {
        var frame = Unpooled.buffer(512).writeZero(HEADER);
        BsonEncoder.encodeDocument(document(change), frame);
        var length = frame.writerIndex() - HEADER;
        if (length > LONGEST) {
            throw new MongoServerError(10334, "BSONObjectTooLarge", "a document may have 16 MB at most");
        }
        frame.setInt(0, length);
        frame.setInt(4, checksum(frame.array(), HEADER, length));
        return frame;
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
                changes.accept(change(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(body))));
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
            case Change.Put put -> document.append("put", put.document());
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
            case "put" -> new Change.Put(namespace, Fields.document(document, kind));
            case "remove" -> new Change.Remove(namespace, document.get(kind));
            case "define" -> new Change.DefineIndex(namespace, Fields.document(document, kind));
            case "dropIndex" -> new Change.DropIndex(namespace, Fields.string(document, kind));
            case "drop" -> new Change.Drop(namespace);
            default -> throw new IllegalStateException("a newer version wrote this journal: " + kind);
        };
    }
}
