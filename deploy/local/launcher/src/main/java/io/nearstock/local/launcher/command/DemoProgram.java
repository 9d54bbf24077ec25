package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.BuiltJar;
import io.nearstock.local.launcher.app.Unpacker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo in a process of its own, at the terminal. */
final class DemoProgram {

    private static final int HEAP_MEGABYTES = 256;

    private final Stack stack;

    DemoProgram(Stack stack) {
        this.stack = stack;
    }

    /** Answers its exit code; empty while it is not built. */
    Optional<Integer> run(List<String> arguments) {
        return BuiltJar.of(stack.root().resolve("deploy/local/demo")).map(jar -> run(jar, arguments));
    }

    private int run(BuiltJar jar, List<String> arguments) {
        var command =
                new ArrayList<>(stack.java().run(new Unpacker(stack.root()).unpack(jar), HEAP_MEGABYTES, arguments));
        command.add(1, "-Dnearstock.root=" + stack.root());
        var builder =
                new ProcessBuilder(command).directory(stack.root().toFile()).inheritIO();
        builder.environment().put("NEARSTOCK_HOME", stack.home().folder().toString());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            stack.terminal().problem("cannot start the demo: " + e.getMessage());
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
