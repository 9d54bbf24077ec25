package io.nearstock.local.launcher;

import io.nearstock.local.launcher.command.Commands;
import io.nearstock.local.launcher.terminal.LauncherException;
import io.nearstock.local.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;

/** What the script {@code nearstock} calls. */
final class Launcher {

    private Launcher() {}

    public static void main(String[] words) {
        var terminal = new Terminal(System.out, System.err);
        var root = Path.of(System.getProperty("nearstock.root", "")).toAbsolutePath();
        System.exit(run(new Commands(root, System.getenv(), terminal), List.of(words), terminal));
    }

    private static int run(Commands commands, List<String> words, Terminal terminal) {
        try {
            return commands.run(words);
        } catch (LauncherException e) {
            terminal.problem(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}
