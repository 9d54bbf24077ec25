package io.nearstock.inventory.forecast.boosting;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Loads LightGBM. lightgbm4j unpacks it under a fixed name in the folder for temporary files, so a second process would
 * overwrite what the first one runs, which ends that one (SIGBUS). Each process gets a folder of its own instead.
 */
final class NativeLibrary {

    private static final String FOLDER = "java.io.tmpdir";

    static {
        load();
    }

    private NativeLibrary() {}

    /** Returns once it is there; a machine that cannot have it answers with a LinkageError. */
    static void require() {
        if (!LGBMBooster.isNativeLoaded()) {
            throw new UnsatisfiedLinkError("LightGBM could not be loaded");
        }
    }

    private static void load() {
        var shared = System.getProperty(FOLDER);
        try {
            var own = Files.createTempDirectory("nearstock-lightgbm");
            System.setProperty(FOLDER, own.toString());
            LGBMBooster.loadNative();
            own.toFile().deleteOnExit();
            try (var unpacked = Files.list(own)) {
                unpacked.forEach(file -> file.toFile().deleteOnExit());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            System.setProperty(FOLDER, shared);
        }
    }
}
