package io.nearstock.local.launcher.command;

import java.util.List;

/** {@code demo}: the main job before one's eyes, on a stack that is started if it does not run. */
final class Demo {

    static final String MODULE = "deploy/local/demo";

    private final Stack stack;

    Demo(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> arguments) {
        new Up(stack).run();
        return new Program(stack, MODULE).run(arguments);
    }
}
