package io.nearstock.local.launcher.app;

import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.JarFile;

/** An executable jar of Spring Boot's layout, as the build leaves it. */
public record BuiltJar(Path path, String startClass) {

    private static final String START_CLASS = "Start-Class";

    /** Empty while the module is not built. */
    public static Optional<BuiltJar> of(Path root, Part part) {
        return of(root.resolve(part.module()));
    }

    public static Optional<BuiltJar> of(Path module) {
        var target = module.resolve("target");
        if (Files.notExists(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(file -> read(file).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new LauncherException("cannot read " + target + ": " + e.getMessage(), e);
        }
    }

    private static Optional<BuiltJar> read(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest();
            var startClass =
                    manifest == null ? null : manifest.getMainAttributes().getValue(START_CLASS);
            return Optional.ofNullable(startClass).map(name -> new BuiltJar(file, name));
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Changes when the jar is built again. */
    String stamp() throws IOException {
        var changed = Files.getLastModifiedTime(path).toMillis();
        return Long.toString(changed, Character.MAX_RADIX) + "-" + Long.toString(Files.size(path), Character.MAX_RADIX);
    }
}
