package io.nearstock.catalog.quality.reading;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * The sentence model bge-small-en-v1.5 (Xiao and others 2023, MIT), quantised, as it lies in a jar. A review takes some 50
 * milliseconds of one core; several threads may ask at once.
 */
public final class SentenceModel implements Meanings, AutoCloseable {

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final int LONGEST = 192;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Takes about a second, and a hundred megabytes outside the heap. */
    public static SentenceModel load() throws IOException {
        var pieces = WordPieces.of(resource("/" + NAME + "-tokenizer.json"));
        var file = Files.createTempFile(NAME, ".onnx"); // by way of a file it never lies in the heap
        try (var model = resource("/" + NAME + ".onnx")) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            var environment = OrtEnvironment.getEnvironment();
            return new SentenceModel(environment, session(environment, file.toString()), pieces);
        } catch (OrtException unusable) {
            throw new IOException("the sentence model cannot be loaded", unusable);
        } finally {
            Files.delete(file);
        }
    }

    private static OrtSession session(OrtEnvironment environment, String file) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(file, options);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SentenceModel.class.getResourceAsStream(name), name);
    }

    /** The beginning of the title and the text, where most reviews are whole. */
    @Override
    public float[] of(ReviewText text) {
        var ids = pieces.of(text.whole(), LONGEST);
        try (var input = tensor(ids);
                var mask = tensor(filled(ids.length, 1));
                var types = tensor(filled(ids.length, 0));
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return ofLengthOne(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model cannot read a text", broken);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static long[] filled(int length, long value) {
        var filled = new long[length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static float[] ofLengthOne(float[] vector) {
        var length = (float) Math.sqrt(Vector.dense(vector).squaredLength());
        for (int at = 0; at < vector.length; at++) {
            vector[at] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
