package io.nearstock.local.database;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database in this process, on the loopback address only: it knows no passwords. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final int THREADS = 4;

    /** Threads that wait for the disk share a write to it: the more of them, the fewer writes. */
    private static final int THREADS_THAT_WAIT = 16;

    private static final long NEVER_WORTH_A_COMPACTION = 64 << 20;

    private final MongoServer server;
    private final int port;
    private final @Nullable Journal journal;
    private final @Nullable DataDirectory directory;

    private EmbeddedDatabase(Backend backend, int port, @Nullable Journal journal, @Nullable DataDirectory directory) {
        this.server = new MongoServer(backend);
        this.journal = journal;
        this.directory = directory;
        var threads = directory != null && directory.fsync() ? THREADS_THAT_WAIT : THREADS;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, threads);
        this.port = server.getLocalAddress().getPort();
    }

    /** Empty, on a free port; forgets everything when closed. */
    public static EmbeddedDatabase inMemory() {
        return new EmbeddedDatabase(new Backend(), 0, null, null);
    }

    /**
     * Goes on where the directory's last database ended, however it ended.
     *
     * @param port 0 chooses a free one
     * @param fsync whether acknowledged writes survive a crash of the machine too, not only of the process
     * @throws UncheckedIOException when the directory cannot be used
     */
    public static EmbeddedDatabase open(Path data, int port, boolean fsync) {
        return open(data, port, fsync, NEVER_WORTH_A_COMPACTION, _ -> {});
    }

    static EmbeddedDatabase open(Path data, int port, boolean fsync, long patience, Consumer<IOException> onFailure) {
        try {
            var directory = new DataDirectory(data, fsync, patience);
            var backend = new Backend();
            backend.restore(directory.read());
            var journal = new Journal(directory, onFailure);
            backend.recordBy(journal);
            return new EmbeddedDatabase(backend, port, journal, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            if (journal != null && directory != null) {
                journal.close();
                directory.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
