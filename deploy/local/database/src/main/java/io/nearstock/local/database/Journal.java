package io.nearstock.local.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a running database, written to a file. Of the threads that wait for their changes to be stored one
 * writes for all of them; those that come meanwhile are the next one's.
 */
final class Journal implements Recorder, AutoCloseable {

    private final DataDirectory directory;
    private final Consumer<IOException> onFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private FileChannel file;
    private ByteBuf filling = Unpooled.directBuffer(1 << 16);
    private ByteBuf spare = Unpooled.directBuffer(1 << 16);
    private long recorded;
    private long stored;
    private boolean busy;
    private @Nullable IOException failure;

    private record Batch(ByteBuf bytes, long last) {}

    /** After a failure nothing is recorded any more. */
    Journal(DataDirectory directory, Consumer<IOException> onFailure) throws IOException {
        this.directory = directory;
        this.onFailure = onFailure;
        this.file = directory.nextJournal();
    }

    @Override
    public void record(Change change) {
        var frame = Frames.encode(change);
        lock.lock();
        try {
            filling.writeBytes(frame);
            recorded++;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        var batch = nextBatch();
        if (batch != null) {
            try {
                write(batch.bytes);
                finish(batch, null);
            } catch (IOException e) {
                finish(batch, e);
                onFailure.accept(e);
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What to write, after whoever writes now; nothing when he or somebody else has stored all recorded so far. */
    private @Nullable Batch nextBatch() {
        lock.lock();
        try {
            var needed = recorded;
            while (busy && stored < needed && failure == null) {
                written.awaitUninterruptibly();
            }
            if (failure != null) {
                throw new UncheckedIOException(failure);
            }
            if (stored >= needed) {
                return null;
            }
            busy = true;
            var batch = new Batch(filling, recorded);
            filling = spare;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(ByteBuf bytes) throws IOException {
        while (bytes.isReadable()) {
            bytes.readBytes(file, bytes.readableBytes());
        }
        if (directory.fsync()) {
            file.force(false);
        }
        if (directory.isFull(file.position())) {
            file.close();
            file = directory.nextJournal();
            directory.compactInBackground();
        }
    }

    private void finish(Batch batch, @Nullable IOException result) {
        lock.lock();
        try {
            spare = batch.bytes.clear();
            stored = batch.last;
            failure = result;
            busy = false;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
        filling.release();
        spare.release();
    }
}
