package io.nearstock.local.launcher.app;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A jar taken apart for a quick start: {@code app.jar} with the classes, {@code lib} with the libraries, and, once it
 * was trained, the JDK's AOT cache. A rebuilt jar gets a folder of its own, so nothing here is ever out of date.
 */
public record UnpackedApp(Path folder) {

    public Path jar() {
        return folder.resolve("app.jar");
    }

    Path libraries() {
        return folder.resolve("lib");
    }

    public Path cache() {
        return folder.resolve("app.aot");
    }

    public boolean isTrained() {
        return Files.exists(cache());
    }
}
