package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.process.Detached;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.process.Readiness;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Starts one process and waits until it can serve. */
final class InstanceStart {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int LAST_WORDS = 25;

    private final Stack stack;
    private final Instance instance;

    InstanceStart(Stack stack, Instance instance) {
        this.stack = stack;
        this.instance = instance;
    }

    void run() {
        var begin = Instant.now();
        var process = launch();
        awaitReady(process, begin.plus(PATIENCE));
        var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        stack.terminal().line("  %-24s ready  %5.1f s   port %d".formatted(instance.name(), seconds, port()));
    }

    private Process launch() {
        try {
            var process = Detached.start(
                    stack.commands().of(instance),
                    stack.environment().of(instance),
                    stack.root(),
                    stack.home().log(instance.name()));
            stack.registry().add(record(process));
            return process;
        } catch (IOException e) {
            throw new LauncherException("cannot start " + instance.name() + ": " + e.getMessage(), e);
        }
    }

    private ProcessRecord record(Process process) {
        var startedAt = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessRecord(instance.part(), instance.number(), process.pid(), startedAt, port(), stack.mark());
    }

    private void awaitReady(Process process, Instant deadline) {
        while (!Readiness.of(instance.part(), port())) {
            if (!process.isAlive()) {
                throw failure("ended while it was starting (exit code " + process.exitValue() + ")");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure("was not ready after " + PATIENCE.toSeconds() + " seconds");
            }
            pause();
        }
    }

    private LauncherException failure(String what) {
        var log = stack.home().log(instance.name());
        var lastWords = String.join("\n    ", LogTail.of(log, LAST_WORDS));
        return new LauncherException(instance.name() + " " + what + ". The end of " + log + ":\n    " + lastWords);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private int port() {
        return stack.settings().ports().of(instance);
    }
}
