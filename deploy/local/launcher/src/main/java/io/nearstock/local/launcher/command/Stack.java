package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.JavaCommand;
import io.nearstock.local.launcher.app.PartCommand;
import io.nearstock.local.launcher.local.Environment;
import io.nearstock.local.launcher.local.Home;
import io.nearstock.local.launcher.local.JsonFile;
import io.nearstock.local.launcher.local.Secrets;
import io.nearstock.local.launcher.part.Addresses;
import io.nearstock.local.launcher.part.StackSettings;
import io.nearstock.local.launcher.process.Registry;
import io.nearstock.local.launcher.terminal.LauncherException;
import io.nearstock.local.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * One stack: its folder, how it was asked to run, what of it runs.
 *
 * @param root of the sources
 */
record Stack(Path root, Home home, StackSettings settings, Registry registry, Terminal terminal) {

    /** A stack as the environment asks for it; while something of it runs, that decides. */
    static Stack asked(Path root, Map<String, String> environment, Terminal terminal) {
        var home = Home.of(root, environment);
        var registry = new Registry(home.pids());
        var asked = StackSettings.of(environment);
        if (registry.running().isEmpty()) {
            return new Stack(root, home, asked, registry, terminal);
        }
        var running = stored(home).read().orElse(asked);
        if (environment.containsKey("NEARSTOCK_PORT_OFFSET") && running.portOffset() != asked.portOffset()) {
            throw new LauncherException("The stack in " + home.folder() + " runs with NEARSTOCK_PORT_OFFSET="
                    + running.portOffset() + ". For a second one set NEARSTOCK_HOME, too.");
        }
        return new Stack(root, home, running, registry, terminal);
    }

    private static JsonFile<StackSettings> stored(Home home) {
        return new JsonFile<>(home.settings(), StackSettings.class);
    }

    void remember() {
        stored(home).write(settings);
    }

    Addresses addresses() {
        return new Addresses(settings);
    }

    /** Made at the first start, the same ever after. */
    Secrets secrets() {
        var file = new JsonFile<>(home.secrets(), Secrets.class);
        return file.read().orElseGet(() -> {
            var fresh = Secrets.fresh();
            file.write(fresh);
            return fresh;
        });
    }

    Environment environment() {
        return new Environment(addresses(), secrets(), home.data());
    }

    JavaCommand java() {
        return new JavaCommand(mark(), settings.jvmFlags());
    }

    PartCommand commands() {
        return new PartCommand(root, home.data(), settings.ports(), java());
    }

    /** Occurs in the command line of each of our processes. */
    String mark() {
        return home.folder().toString();
    }
}
