package io.nearstock.local.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are only ever added. A line that {@link #append} has answered survives a kill of this process (not a loss
 * of power); a line that was half written then is cut off at the next start.
 */
public final class AppendOnlyFile implements AutoCloseable {

    @FunctionalInterface
    public interface LineReader {
        void read(long position, String line);
    }

    private static final int CHUNK = 4096;

    private final Path path;
    private final FileChannel channel;
    private long end;

    public AppendOnlyFile(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            channel = FileChannel.open(path, CREATE, READ, WRITE);
            end = readTo(channel.size(), (_, _) -> {});
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + path, e);
        }
    }

    /** Answers the line's position, by which it can be read again. */
    public synchronized long append(String line) {
        try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            var position = end;
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
            end = position + bytes.limit();
            return position;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    public String read(long position) {
        try {
            var line = new ByteArrayOutputStream();
            var chunk = ByteBuffer.allocate(CHUNK);
            while (channel.read(chunk.clear(), position + line.size()) > 0) {
                var length = lineLength(chunk.flip());
                line.write(chunk.array(), 0, length);
                if (length < chunk.limit()) {
                    break;
                }
            }
            return line.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static int lineLength(ByteBuffer chunk) {
        var length = 0;
        while (length < chunk.limit() && chunk.get(length) != '\n') {
            length++;
        }
        return length;
    }

    /** Shows every line that is complete now, oldest first. */
    public void forEach(LineReader reader) {
        try {
            readTo(size(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private synchronized long size() {
        return end;
    }

    /** Answers where the last complete line ends. */
    private long readTo(long limit, LineReader reader) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var position = 0L;
            var line = nextLine(in);
            while (line != null && position + line.length < limit) {
                reader.read(position, new String(line, UTF_8));
                position += line.length + 1;
                line = nextLine(in);
            }
            return position;
        }
    }

    private static byte @Nullable [] nextLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
