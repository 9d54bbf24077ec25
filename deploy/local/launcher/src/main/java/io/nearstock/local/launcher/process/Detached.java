package io.nearstock.local.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts programs that go on when the launcher and its terminal have ended. */
public final class Detached {

    private Detached() {}

    /** Writes the output to a new log; the last run's becomes {@code <name>.previous}. */
    public static Process start(List<String> command, Map<String, String> variables, Path folder, Path log)
            throws IOException {
        keepPrevious(log);
        var whole = new ArrayList<>(prefix());
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Both replace themselves by the program, so the pid is the program's own. */
    private static List<String> prefix() {
        return Executable.find("setsid")
                .map(setsid -> List.of(setsid.toString()))
                .or(() -> Executable.find("nohup").map(nohup -> List.of(nohup.toString())))
                .orElse(List.of());
    }

    private static File nothing() {
        return Path.of("/dev/null").toFile();
    }
}
