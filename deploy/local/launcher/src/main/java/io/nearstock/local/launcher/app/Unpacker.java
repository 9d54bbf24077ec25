package io.nearstock.local.launcher.app;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Takes Spring Boot's executable jars apart, as {@code java -Djarmode=tools … extract} does, but without a JVM for each
 * and with shared libraries. A class path of plain jars starts faster, and only such a one can have an AOT cache.
 */
public final class Unpacker {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final LibraryStore store;

    public Unpacker(Path root) {
        store = new LibraryStore(root.resolve("deploy/local/launcher/target/libraries"));
    }

    /** Does nothing when it was done before. */
    public UnpackedApp unpack(BuiltJar built) {
        try {
            var folder = built.path().resolveSibling("run").resolve(built.stamp());
            var app = new UnpackedApp(folder);
            if (Files.notExists(app.jar())) {
                Files.createDirectories(folder.getParent());
                var fresh = new UnpackedApp(Files.createTempDirectory(folder.getParent(), "new"));
                unpack(built, fresh);
                publish(fresh.folder(), folder);
            }
            return app;
        } catch (IOException e) {
            throw new LauncherException("cannot unpack " + built.path() + ": " + e.getMessage(), e);
        }
    }

    /** Of two launchers that do the same at once, the second finds it done. */
    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.notExists(folder.resolve("app.jar"))) {
                throw e;
            }
        }
    }

    private void unpack(BuiltJar built, UnpackedApp app) throws IOException {
        Files.createDirectories(app.libraries());
        try (var jar = new JarFile(built.path().toFile())) {
            var libraries = new ArrayList<String>();
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                    var name = entry.getName().substring(LIBRARIES.length());
                    store.link(app.libraries().resolve(name), entry.getCrc(), jar.getInputStream(entry));
                    libraries.add("lib/" + name);
                }
            }
            writeClasses(jar, app, manifest(built, libraries));
        }
    }

    private static Manifest manifest(BuiltJar built, List<String> libraries) {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Name.MANIFEST_VERSION, "1.0");
        attributes.put(Name.MAIN_CLASS, built.startClass());
        attributes.put(Name.CLASS_PATH, String.join(" ", libraries));
        return manifest;
    }

    private static void writeClasses(JarFile from, UnpackedApp app, Manifest manifest) throws IOException {
        try (var to = new JarOutputStream(Files.newOutputStream(app.jar()), manifest)) {
            for (var entry : Collections.list(from.entries())) {
                if (entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES)) {
                    to.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
    }
}
