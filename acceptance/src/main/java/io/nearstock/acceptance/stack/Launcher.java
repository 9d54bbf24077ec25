package io.nearstock.acceptance.stack;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./nearstock} with a home and ports of its own, so that a stack of the developer's can run beside it. */
public record Launcher(Path home, Map<String, String> environment) {

    /** Of the sources; a test runs in a folder just below it. */
    private static final Path ROOT =
            Path.of(System.getProperty("nearstock.root", "..")).toAbsolutePath().normalize();

    private static final int LONGEST_MINUTES = 9;

    /** Short-lived holds, so that a story can see one expire; no demo data; all stories come from one address. */
    private static final Map<String, String> OUR_OWN = Map.of(
            "NEARSTOCK_PORT_OFFSET", "1200",
            "NEARSTOCK_DEMO_DATA", "none",
            "NEARSTOCK_TRAINING", "off",
            "GATEWAY_RATE_LIMIT_ANONYMOUS", "1000000",
            "GATEWAY_RATE_LIMIT_SIGN_IN", "1000000",
            "NEARSTOCK_INVENTORY_HOLDS_LIFE", "30s");

    public static Launcher ofOurOwn(Path home) {
        return new Launcher(home, OUR_OWN);
    }

    /** A stack that somebody else started keeps the settings that it has. */
    public static Launcher ofSomebodyElse(Path home) {
        return new Launcher(home, Map.of());
    }

    /** The same stack, told more. */
    public Launcher with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Launcher(home, Map.copyOf(all));
    }

    /** Runs a command to its end; fails with what it printed when it fails. */
    public void run(String... command) {
        var log = home.resolve(command[0] + ".log");
        try {
            Files.createDirectories(home);
            var process = builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var ended = process.waitFor(LONGEST_MINUTES, MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("./nearstock " + command[0] + " failed:\n" + Files.readString(log));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for ./nearstock " + command[0], stopped);
        }
    }

    private ProcessBuilder builder(String... command) {
        var line = new ArrayList<>(List.of(ROOT.resolve("nearstock").toString()));
        line.addAll(List.of(command));
        var builder = new ProcessBuilder(line).directory(ROOT.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("NEARSTOCK_HOME", home.toString());
        return builder;
    }
}
