package io.nearstock.catalog.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was uploaded, in pieces that any instance can go on reading, until its job ends. */
@Repository
class Uploads {

    private static final int PIECE = 256 * 1024;

    private final MongoCollection<Document> pieces;

    Uploads(MongoDatabase database) {
        pieces = database.getCollection("importPieces");
        pieces.createIndex(ascending("job"));
    }

    /** False when it is larger than the limit; what was stored by then is to be forgotten. */
    boolean store(String job, InputStream upload, long limit) throws IOException {
        long size = 0;
        for (int number = 0; ; number++) {
            var bytes = upload.readNBytes(PIECE);
            size += bytes.length;
            if (bytes.length == 0 || size > limit) {
                return size <= limit;
            }
            pieces.insertOne(
                    new Document("_id", pieceId(job, number)).append("job", job).append("bytes", new Binary(bytes)));
        }
    }

    /** The upload as it came. */
    InputStream of(String job) {
        return new PieceStream(number -> {
            var piece = pieces.find(eq("_id", pieceId(job, number))).first();
            return piece == null ? null : piece.get("bytes", Binary.class).getData();
        });
    }

    void forget(String job) {
        pieces.deleteMany(eq("job", job));
    }

    private static String pieceId(String job, int number) {
        return "%s#%08d".formatted(job, number);
    }

    /** Reads one piece after the other. */
    private static final class PieceStream extends InputStream {

        private interface Source {
            byte @Nullable [] piece(int number);
        }

        private final Source source;
        private byte @Nullable [] piece;
        private int position;
        private int number;

        PieceStream(Source source) {
            this.source = source;
            this.piece = source.piece(0);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            var current = piece;
            if (current == null) {
                return -1;
            }
            if (position == current.length) {
                position = 0;
                piece = source.piece(++number);
                return read(target, from, length);
            }
            var count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, from, count);
            position += count;
            return count;
        }
    }
}
