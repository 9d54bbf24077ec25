package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.process.Memory;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.process.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code status}: who runs, how well, and how large. Its exit code is 0 when every part of the stack is ready. */
final class Status {

    private static final int INCOMPLETE = 3;

    private final Stack stack;

    Status(Stack stack) {
        this.stack = stack;
    }

    int run() {
        var running = stack.registry().running();
        var memory = Memory.resident(running.stream().map(ProcessRecord::pid).toList());
        stack.terminal()
                .line("%-26s %-9s %6s %8s %8s %8s".formatted("process", "state", "port", "pid", "MB", "minutes"));
        var ready = running.parallelStream().filter(Status::isReady).toList();
        running.forEach(started -> print(started, ready.contains(started), memory));
        stack.registry().dead().forEach(gone -> absent(gone.instance().name(), "died"));
        var missing = missing(running);
        missing.forEach(part -> absent(part.partName(), "stopped"));
        return ready.equals(running) && missing.isEmpty() ? 0 : INCOMPLETE;
    }

    private static boolean isReady(ProcessRecord started) {
        return Readiness.of(started.part(), started.port());
    }

    private void print(ProcessRecord started, boolean ready, Map<Long, Long> memory) {
        stack.terminal()
                .line("%-26s %-9s %6d %8d %8d %8d"
                        .formatted(
                                started.instance().name(),
                                ready ? "ready" : "not ready",
                                started.port(),
                                started.pid(),
                                memory.getOrDefault(started.pid(), 0L),
                                Duration.between(started.startedAt(), Instant.now())
                                        .toMinutes()));
    }

    private void absent(String name, String state) {
        stack.terminal().line("%-26s %-9s".formatted(name, state));
    }

    private List<Part> missing(List<ProcessRecord> running) {
        var known = running.stream().map(ProcessRecord::part).toList();
        var dead = stack.registry().dead().stream().map(ProcessRecord::part).toList();
        return Arrays.stream(Part.values())
                .filter(stack.settings()::isLocal)
                .filter(part -> !known.contains(part) && !dead.contains(part))
                .toList();
    }
}
