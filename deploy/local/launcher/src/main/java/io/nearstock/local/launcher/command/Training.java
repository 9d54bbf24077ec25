package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.BuiltJar;
import io.nearstock.local.launcher.local.JsonFile;
import io.nearstock.local.launcher.process.Detached;
import io.nearstock.local.launcher.process.Executable;
import io.nearstock.local.launcher.process.Registry;
import io.nearstock.local.launcher.process.Stopper;
import io.nearstock.local.launcher.process.WorkerRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the JDK's AOT caches in the background, so that later starts are quicker. The first start does not wait for it:
 * a training costs more than it saves once.
 */
final class Training {

    private static final String OFF = "NEARSTOCK_TRAINING";

    private Training() {}

    static void begin(Stack stack) {
        if (!"off".equals(System.getenv(OFF))
                && file(stack).read().flatMap(Registry::handle).isEmpty()) {
            BuiltJar.of(stack.root().resolve("deploy/local/launcher")).ifPresent(launcher -> begin(stack, launcher));
        }
    }

    private static void begin(Stack stack, BuiltJar launcher) {
        try {
            var home = Map.of("NEARSTOCK_HOME", stack.home().folder().toString());
            var process = Detached.start(
                    command(stack, launcher), home, stack.root(), stack.home().log("training"));
            file(stack).write(WorkerRecord.of(process, stack.mark()));
        } catch (IOException e) {
            stack.terminal().problem("cannot train AOT caches: " + e.getMessage());
        }
    }

    private static List<String> command(Stack stack, BuiltJar launcher) {
        var command = new ArrayList<String>();
        Executable.find("nice").ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dnearstock.mark=" + stack.mark(),
                "-Dnearstock.root=" + stack.root(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-jar",
                launcher.path().toString(),
                "train"));
        return command;
    }

    static void end(Stack stack) {
        file(stack).read().flatMap(Registry::handle).ifPresent(Stopper::stop);
        file(stack).delete();
    }

    private static JsonFile<WorkerRecord> file(Stack stack) {
        return new JsonFile<>(stack.home().folder().resolve("training.json"), WorkerRecord.class);
    }
}
