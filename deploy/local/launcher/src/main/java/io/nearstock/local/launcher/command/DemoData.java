package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Loads hubs, catalogue and stock once, after the first start of a complete stack; tests want an empty shop. */
final class DemoData {

    private static final String WANTED = "NEARSTOCK_DEMO_DATA";

    private final Stack stack;

    DemoData(Stack stack) {
        this.stack = stack;
    }

    void load() {
        var wanted = !"none".equals(System.getenv(WANTED));
        if (wanted && Files.notExists(stack.home().demoLoaded()) && isComplete() && isBuilt()) {
            conclude(new Program(stack, Demo.MODULE).run(List.of("--data-only")));
        }
    }

    private boolean isBuilt() {
        return new Program(stack, Demo.MODULE).isBuilt();
    }

    private boolean isComplete() {
        var running =
                stack.registry().running().stream().map(ProcessRecord::part).collect(Collectors.toSet());
        return Arrays.stream(Part.values()).filter(stack.settings()::isLocal).allMatch(running::contains);
    }

    private void conclude(int exitCode) {
        if (exitCode != 0) {
            stack.terminal().problem("The demo's data could not be loaded; the next up tries it again.");
            return;
        }
        try {
            Files.writeString(stack.home().demoLoaded(), "");
        } catch (IOException e) {
            throw new LauncherException("cannot write " + stack.home().demoLoaded() + ": " + e.getMessage(), e);
        }
    }
}
