package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code reset}: stops the stack and forgets all it has stored, so that the next start is a first one. */
final class Reset {

    private final Stack stack;

    Reset(Stack stack) {
        this.stack = stack;
    }

    int run() {
        new Down(stack).run();
        try (var _ = Lock.of(stack)) {
            var home = stack.home();
            List.of(home.data(), home.logs(), home.pids(), home.secrets(), home.settings())
                    .forEach(Reset::delete);
        }
        stack.terminal()
                .line("Forgotten: data, logs, secrets of %s"
                        .formatted(stack.home().folder()));
        return 0;
    }

    private static void delete(Path tree) {
        if (Files.notExists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + tree + ": " + e.getMessage(), e);
        }
    }
}
