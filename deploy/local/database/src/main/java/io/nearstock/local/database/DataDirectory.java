package io.nearstock.local.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a durable database: journals, and a base that says in the fewest changes what older ones said. Files
 * that are no longer written never change, so they are compacted while the database goes on.
 */
final class DataDirectory implements AutoCloseable {

    /** Each start begins a journal. */
    private static final int MOST_FILES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final boolean fsync;
    private final long patience;
    private final FileChannel lockFile;
    private final ReentrantLock compacting = new ReentrantLock();
    private final AtomicLong lastNumber = new AtomicLong();

    /**
     * Of one process at a time.
     *
     * @param fsync whether to survive a crash of the machine too, not only of the process
     * @param patience how many bytes of journals are never worth a compaction
     */
    DataDirectory(Path path, boolean fsync, long patience) throws IOException {
        this.path = Files.createDirectories(path);
        this.fsync = fsync;
        this.patience = patience;
        this.lockFile = lock(path);
    }

    private static FileChannel lock(Path path) throws IOException {
        var file = FileChannel.open(path.resolve("lock"), CREATE, WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException _) {
            // somebody in this process has it
        }
        file.close();
        throw new IOException("another database uses " + path);
    }

    boolean fsync() {
        return fsync;
    }

    /** What the files say, after a compaction when they say it at too great length. */
    Contents read() throws IOException {
        var files = needed();
        lastNumber.set(files.isEmpty() ? 0 : files.getLast().number());
        return isWorthCompacting(files) ? compact(files) : read(files);
    }

    FileChannel nextJournal() throws IOException {
        return FileChannel.open(
                DataFile.journal(path, lastNumber.incrementAndGet()).path(), CREATE_NEW, WRITE);
    }

    /** To be called after {@link #nextJournal()}: compacts the journals before that one if they have grown enough. */
    void compactInBackground() {
        Thread.ofPlatform().daemon().name("compaction").start(() -> {
            try {
                compactClosed();
            } catch (IOException e) {
                LOG.warn("cannot compact the journals in {}; they keep growing", path, e);
            }
        });
    }

    private void compactClosed() throws IOException {
        var open = lastNumber.get();
        compacting.lock();
        try {
            var closed = needed().stream().filter(file -> file.number() < open).toList();
            if (lockFile.isOpen() && isWorthCompacting(closed)) {
                compact(closed);
            }
        } finally {
            compacting.unlock();
        }
    }

    /** A journal is closed at this length. */
    boolean isFull(long journal) {
        return journal > patience;
    }

    private boolean isWorthCompacting(List<DataFile> files) throws IOException {
        var base = 0L;
        var journals = 0L;
        for (var file : files) {
            base += file.isBase() ? file.size() : 0;
            journals += file.isBase() ? 0 : file.size();
        }
        return files.size() > MOST_FILES || (journals > patience && journals > 2 * base);
    }

    /** The last base and the journals after it. */
    private List<DataFile> needed() throws IOException {
        var files = DataFile.in(path);
        var bases = files.stream().filter(DataFile::isBase).toList();
        return bases.isEmpty() ? files : files.subList(files.indexOf(bases.getLast()), files.size());
    }

    private static Contents read(List<DataFile> files) throws IOException {
        var contents = new Contents();
        for (var file : files) {
            var lost = Frames.read(file.path(), contents::apply);
            if (lost > 0) {
                LOG.warn("{} ends with {} bytes of a write that a crash interrupted", file.path(), lost);
            }
        }
        return contents;
    }

    /** Until the new base has its name the old files count, and after that none of them does. */
    private Contents compact(List<DataFile> files) throws IOException {
        var contents = read(files);
        var unfinished = path.resolve("compaction.tmp");
        write(contents, unfinished);
        var base = DataFile.base(path, files.getLast().number());
        Files.move(unfinished, base.path(), ATOMIC_MOVE);
        for (var file : DataFile.in(path)) {
            if (file.number() <= base.number() && !file.equals(base)) {
                Files.delete(file.path());
            }
        }
        return contents;
    }

    private static void write(Contents contents, Path file) throws IOException {
        try (var stream = new FileOutputStream(file.toFile());
                var out = new BufferedOutputStream(stream, 1 << 18)) {
            contents.changes().forEach(change -> {
                try {
                    var frame = Frames.encode(change);
                    frame.readBytes(out, frame.readableBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.flush();
            stream.getChannel().force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Waits for a compaction: the next owner must not meet it. */
    @Override
    public void close() throws IOException {
        compacting.lock();
        try {
            lockFile.close();
        } finally {
            compacting.unlock();
        }
    }
}
