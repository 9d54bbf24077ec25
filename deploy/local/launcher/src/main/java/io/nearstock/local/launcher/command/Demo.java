package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.List;

/** {@code demo}: the main job before one's eyes, on a stack that is started if it does not run. */
final class Demo {

    private final Stack stack;

    Demo(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> arguments) {
        new Up(stack).run();
        return new DemoProgram(stack)
                .run(arguments)
                .orElseThrow(() -> new LauncherException("the demo is not built: no jar in deploy/local/demo"));
    }
}
