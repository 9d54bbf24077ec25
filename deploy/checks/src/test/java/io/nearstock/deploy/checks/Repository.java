package io.nearstock.deploy.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository, by their path from its root. */
final class Repository {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final List<String> SERVICES = List.of(
            "account-service",
            "catalog-service",
            "inventory-service",
            "order-service",
            "recommendation-service",
            "notification-service");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private Repository() {}

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean has(String file) {
        return Files.exists(ROOT.resolve(file));
    }

    /** The files that say from which variables a module is set. */
    static String settings(String module) {
        var own = text(module + "/src/main/resources/application.yaml");
        return SERVICES.contains(module) ? own + chassis() : own;
    }

    private static String chassis() {
        return text("platform/chassis-web/src/main/resources/nearstock-chassis.yaml")
                + text("platform/chassis-security/src/main/resources/nearstock-security.properties");
    }

    /** The anchors of a page's headings, as GitHub makes them. */
    static Stream<String> anchors(String markdown) {
        return HEADING.matcher(text(markdown))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{Alnum} _-]", "")
                        .replace(' ', '-'));
    }

    /** The result of a command, run at the root. */
    static String run(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
