package io.nearstock.inventory.forecast.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Runs {@link ForecastProgram} from the same artefact, with the same environment, in a process of its own and at the lowest
 * priority: who serves has the processor whenever it wants it. It ends with whoever started it, even where that is killed.
 */
@Component
final class OwnProcess implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OwnProcess.class);
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final List<String> IDLE = List.of("/usr/bin/chrt", "-i", "0");

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final OwnProcessSettings settings;
    private @Nullable Process running;

    OwnProcess(OwnProcessSettings settings) {
        this.settings = settings;
    }

    boolean isWanted() {
        return settings.enabled();
    }

    /** Waits for its end; what it leaves undone when it fails is due again once its lease is over. */
    void run() {
        var process = start(command(Lifeline.HELD));
        try {
            var code = process.waitFor();
            if (code != 0) {
                LOG.warn("forecasting ended with exit code {} and will be tried again", code);
            }
        } catch (InterruptedException _) {
            end(process);
            Thread.currentThread().interrupt();
        }
    }

    /** Its input stays open as long as this process lives. */
    synchronized Process start(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .inheritIO()
                    .redirectInput(Redirect.PIPE)
                    .start();
            running = process;
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("forecasting cannot start", e);
        }
    }

    List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        if (canBeIdle()) {
            command.addAll(IDLE);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                // small and touched again and again, so that those who wait lose little of the caches to it
                "-Xmn32m",
                "-Xmx" + settings.heap().toMegabytes() + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ForecastProgram.class.getName(),
                "--nearstock.inventory.planning.breaks.length="
                        + settings.breaks().toMillis() + "ms"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where the system knows processes that run only when no other wants to; nice ones still get their turn. */
    private static boolean canBeIdle() {
        if (!Files.isExecutable(Path.of(IDLE.getFirst()))) {
            return false;
        }
        try {
            var trial = new ArrayList<>(IDLE);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void destroy() {
        if (running != null) {
            end(running);
        }
    }

    /** At its priority it may not even have the time to end when it is asked to. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
