package io.nearstock.catalog.search.meaning;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sentence model all-MiniLM-L6-v2 (Reimers, Gurevych 2019; Wang et al. 2020), quantised, as it lies in a jar. One
 * thread at a time computes in it; a short text takes a few milliseconds.
 */
final class SentenceModel implements AutoCloseable {

    static final String NAME = "all-minilm-l6-v2-q";
    static final int DIMENSIONS = 384;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final int longest;
    private final ReentrantLock computing = new ReentrantLock(true);

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces, int longest) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
        this.longest = longest;
    }

    /** Takes about a second, and fifty megabytes outside the heap. */
    static SentenceModel load(int longest) throws IOException {
        var pieces = WordPieces.of(resource("/" + NAME + "-tokenizer.json"));
        var file = Files.createTempFile(NAME, ".onnx"); // by way of a file it never lies in the heap
        try (var model = resource("/" + NAME + ".onnx")) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            var environment = OrtEnvironment.getEnvironment();
            return new SentenceModel(environment, session(environment, file.toString()), pieces, longest);
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
            options.setCPUArenaAllocator(false);
            return environment.createSession(file, options);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SentenceModel.class.getResourceAsStream(name), name);
    }

    /** The direction of a text in bytes, the longest component 127: what counts of it is the angle to another. */
    byte[] embed(String text) {
        computing.lock();
        try {
            return compute(text);
        } finally {
            computing.unlock();
        }
    }

    /** Null where others compute for longer than that. */
    byte @Nullable [] embedSoon(String text, Duration patience) {
        try {
            if (!computing.tryLock(patience.toNanos(), NANOSECONDS)) {
                return null;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            return compute(text);
        } finally {
            computing.unlock();
        }
    }

    private byte[] compute(String text) {
        var ids = pieces.of(text, longest);
        try (var input = tensor(ids);
                var mask = tensor(filled(ids.length, 1));
                var types = tensor(filled(ids.length, 0));
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return quantised(mean(((float[][][]) result.get(0).getValue())[0]));
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

    /** The mean of all tokens, as the model was trained. */
    private static float[] mean(float[][] tokens) {
        var mean = new float[DIMENSIONS];
        for (var token : tokens) {
            for (int at = 0; at < DIMENSIONS; at++) {
                mean[at] += token[at] / tokens.length;
            }
        }
        return mean;
    }

    private static byte[] quantised(float[] vector) {
        float longest = Float.MIN_NORMAL;
        for (var component : vector) {
            longest = Math.max(longest, Math.abs(component));
        }
        var bytes = new byte[vector.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Math.round(127 * vector[at] / longest);
        }
        return bytes;
    }

    @Override
    public void close() {
        computing.lock();
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        } finally {
            computing.unlock();
        }
    }
}
