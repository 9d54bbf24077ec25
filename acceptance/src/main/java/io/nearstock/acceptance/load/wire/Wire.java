package io.nearstock.acceptance.load.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection that is kept, for one caller at a time. A client library would cost more than what it measures. */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InetSocketAddress address;
    private final String host;
    private @Nullable Line line;

    public Wire(URI server) {
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
        this.host = server.getAuthority();
    }

    /** Asks once; a second time only where a kept connection turns out to be closed. */
    public Reply send(Request request) {
        var bytes = request.bytes(host);
        var kept = line != null;
        try {
            return exchange(bytes);
        } catch (IOException closed) {
            close();
            if (!kept) {
                throw new UncheckedIOException(closed);
            }
        }
        return again(bytes);
    }

    private Reply again(byte[] bytes) {
        try {
            return exchange(bytes);
        } catch (IOException lost) {
            close();
            throw new UncheckedIOException(lost);
        }
    }

    private Reply exchange(byte[] bytes) throws IOException {
        if (line == null) {
            line = Line.to(address, PATIENCE);
        }
        var reply = line.exchange(bytes);
        if (line.isLast()) {
            close();
        }
        return reply;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        line = null;
    }
}
