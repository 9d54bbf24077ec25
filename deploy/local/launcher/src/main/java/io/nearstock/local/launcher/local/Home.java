package io.nearstock.local.launcher.local;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder of one stack. */
public record Home(Path folder) {

    public static Home of(Path root, Map<String, String> environment) {
        var folder = environment.getOrDefault("NEARSTOCK_HOME", ".nearstock");
        return new Home(root.resolve(folder).toAbsolutePath().normalize());
    }

    public void create() {
        try {
            for (var folder : List.of(logs(), data(), pids())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new LauncherException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String instance) {
        return logs().resolve(instance + ".log");
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path pids() {
        return folder.resolve("pids");
    }

    public Path secrets() {
        return folder.resolve("secrets.json");
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** What tools and tests read; there while the stack runs. */
    public Path local() {
        return folder.resolve("local.json");
    }

    public Path lock() {
        return folder.resolve("lock");
    }

    /** There once the demo's data has been loaded. */
    public Path demoLoaded() {
        return data().resolve("demo-loaded");
    }
}
