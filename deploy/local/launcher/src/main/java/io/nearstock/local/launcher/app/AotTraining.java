package io.nearstock.local.launcher.app;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts a part once for nothing but its AOT cache: on no port, with no data of its own. */
public record AotTraining(Path root, JavaCommand java, Path logs) {

    /** Answers whether there is a new cache now. */
    public boolean of(Part part, Map<String, String> variables) {
        var built = BuiltJar.of(root, part);
        if (built.isEmpty()) {
            return false;
        }
        var app = new Unpacker(root).unpack(built.get());
        return !app.isTrained() && train(part, app, variables);
    }

    private boolean train(Part part, UnpackedApp app, Map<String, String> variables) {
        var cache = app.folder().resolve("app.aot." + ProcessHandle.current().pid());
        try {
            var data = Files.createTempDirectory("nearstock-training");
            run(part, app, aside(variables, data), cache);
            if (Files.exists(cache)) {
                Files.move(cache, app.cache(), ATOMIC_MOVE);
            }
            return app.isTrained();
        } catch (IOException e) {
            throw new LauncherException("cannot train " + part.partName() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> aside(Map<String, String> variables, Path data) {
        var aside = new HashMap<>(variables);
        aside.put("SERVER_PORT", "0");
        aside.put("SMTP_PORT", "0");
        aside.put("NEARSTOCK_DATA", data.toString());
        return aside;
    }

    private void run(Part part, UnpackedApp app, Map<String, String> variables, Path cache) throws IOException {
        var builder = new ProcessBuilder(java.train(app, part.heapMegabytes(), cache))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        logs.resolve("training-" + part.partName() + ".log").toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        var stop = new Thread(process::destroyForcibly, "stop-training");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }
}
