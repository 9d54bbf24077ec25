package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.BuiltJar;
import io.nearstock.local.launcher.app.UnpackedApp;
import io.nearstock.local.launcher.app.Unpacker;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the sources in a process of its own, at the terminal and in the folder where it was asked for. */
final class Program {

    private static final int SMALL_HEAP_MEGABYTES = 256;
    private static final int LARGE_HEAP_MEGABYTES = 2048;

    private final Stack stack;
    private final String module;

    Program(Stack stack, String module) {
        this.stack = stack;
        this.module = module;
    }

    boolean isBuilt() {
        return BuiltJar.of(folder()).isPresent();
    }

    /** Runs the jar's own main class in a small JVM; answers its exit code. */
    int run(List<String> arguments) {
        return start(stack.java().run(unpacked(), SMALL_HEAP_MEGABYTES, arguments));
    }

    /** Runs this main class in a JVM for long computations; answers its exit code. */
    int compute(String mainClass, List<String> arguments) {
        return start(stack.java().compute(unpacked(), mainClass, LARGE_HEAP_MEGABYTES, arguments));
    }

    private UnpackedApp unpacked() {
        var jar = BuiltJar.of(folder())
                .orElseThrow(() -> new LauncherException(module + " is not built: there is no jar in its target"));
        return new Unpacker(stack.root()).unpack(jar);
    }

    private Path folder() {
        return stack.root().resolve(module);
    }

    /** Where the person at the terminal is, so that relative paths mean what they mean there. */
    private File askedIn() {
        return new File(System.getProperty("nearstock.asked-in", stack.root().toString()));
    }

    private int start(List<String> javaCommand) {
        var command = new ArrayList<>(javaCommand);
        command.add(1, "-Dnearstock.root=" + stack.root());
        var builder = new ProcessBuilder(command).directory(askedIn()).inheritIO();
        builder.environment().put("NEARSTOCK_HOME", stack.home().folder().toString());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            stack.terminal().problem("cannot start " + module + ": " + e.getMessage());
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
