package io.nearstock.local.launcher.command;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Lets one command at a time change a stack; it ends with the process that holds it, however that ends. */
final class Lock implements AutoCloseable {

    private final FileChannel file;

    private Lock(FileChannel file) {
        this.file = file;
    }

    static Lock of(Stack stack) {
        stack.home().create();
        try {
            var file = FileChannel.open(stack.home().lock(), CREATE, WRITE);
            if (file.tryLock() == null) {
                stack.terminal().line("waiting for another nearstock command to end");
                var _ = file.lock();
            }
            return new Lock(file);
        } catch (IOException e) {
            throw new LauncherException("cannot lock " + stack.home().lock() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new LauncherException("cannot unlock: " + e.getMessage(), e);
        }
    }
}
