package io.nearstock.local.launcher.app;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps every library once, however many parts use it: on disk, and so in the operating system's page cache. */
record LibraryStore(Path folder) {

    /** @param crc tells libraries of the same name apart */
    void link(Path library, long crc, InputStream content) throws IOException {
        var stored = folder.resolve(Long.toHexString(crc)).resolve(String.valueOf(library.getFileName()));
        if (Files.notExists(stored)) {
            store(stored, content);
        }
        try {
            Files.createLink(library, stored);
        } catch (UnsupportedOperationException | IOException _) {
            Files.copy(stored, library, REPLACE_EXISTING);
        }
    }

    private static void store(Path stored, InputStream content) throws IOException {
        Files.createDirectories(stored.getParent());
        var fresh = Files.createTempFile(stored.getParent(), "new", ".jar");
        Files.copy(content, fresh, REPLACE_EXISTING);
        Files.move(fresh, stored, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
