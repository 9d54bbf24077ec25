package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code logs}: the end of one log or of all, and what comes after it. */
final class Logs {

    private static final int LINES = 40;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Stack stack;

    Logs(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> names, boolean follow) {
        var logs = names.isEmpty() ? all() : names.stream().map(this::named).toList();
        var read = new HashMap<Path, Long>();
        for (var log : logs) {
            stack.terminal().line("==> %s <==".formatted(log));
            LogTail.of(log, names.isEmpty() ? LINES / 8 : LINES).forEach(this::print);
            read.put(log, log.toFile().length());
        }
        if (follow) {
            follow(read);
        }
        return 0;
    }

    private List<Path> all() {
        try (var files = Files.list(stack.home().logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("there are no logs in " + stack.home().logs(), e);
        }
    }

    private Path named(String name) {
        var log = stack.home().log(name);
        if (Files.notExists(log)) {
            throw new LauncherException(
                    "there is no log of " + name + " in " + stack.home().logs());
        }
        return log;
    }

    /** Until Ctrl-C. */
    private void follow(Map<Path, Long> read) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                read.replaceAll(this::printFrom);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A log that has shrunk belongs to a process that was started anew. */
    private long printFrom(Path log, long position) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = file.length() < position ? 0 : position;
            var bytes = new byte[(int) Math.min(1 << 20, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var end = lastLineEnd(bytes);
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::print);
            return from + end;
        } catch (IOException _) {
            return 0;
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void print(String line) {
        stack.terminal().line(line);
    }
}
