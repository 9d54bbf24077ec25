package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.process.ProcessRecord;

/** {@code down}: stops everything of this stack and nothing else; what was stored stays. */
final class Down {

    private final Stack stack;

    Down(Stack stack) {
        this.stack = stack;
    }

    int run() {
        try (var _ = Lock.of(stack)) {
            Training.end(stack);
            stack.registry().dead().forEach(gone -> stack.registry().remove(gone.instance()));
            var running = stack.registry().running().stream()
                    .map(ProcessRecord::instance)
                    .toList();
            Halt.of(stack, running);
            StateFile.update(stack);
            stack.terminal().line(running.isEmpty() ? "Nothing was running." : "Stopped. What was stored stays.");
            return 0;
        }
    }
}
