package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.BuiltJar;
import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.StartPlan;
import io.nearstock.local.launcher.process.PortCheck;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** {@code up}: starts what does not run yet, and makes it usable. */
final class Up {

    private static final long LEAST_DISK_MEGABYTES = 500;

    private final Stack stack;

    Up(Stack stack) {
        this.stack = stack;
    }

    int run() {
        var begin = Instant.now();
        try (var _ = Lock.of(stack)) {
            start();
            StateFile.update(stack);
            new DemoUsers(stack).create();
            new DemoData(stack).load();
            new Summary(stack).print(Duration.between(begin, Instant.now()));
        }
        Training.begin(stack);
        return 0;
    }

    private void start() {
        requireDisk();
        forgetDead();
        var running =
                stack.registry().running().stream().map(ProcessRecord::instance).toList();
        var plan = StartPlan.of(
                stack.settings(),
                running,
                part -> BuiltJar.of(stack.root(), part).isPresent());
        plan.unbuilt().forEach(part -> stack.terminal().problem(part.partName() + " is not built and not started"));
        if (plan.isEmpty()) {
            return;
        }
        PortCheck.require(stack.settings().ports(), plan.starts());
        stack.remember();
        stack.secrets(); // made by one, before many ask at the same time
        stack.terminal()
                .line("Starting %d processes in %s"
                        .formatted(plan.starts().size(), stack.home().folder()));
        new ParallelStart(stack).run(plan);
    }

    private void forgetDead() {
        stack.registry().dead().stream().map(ProcessRecord::instance).forEach(this::forget);
    }

    private void forget(Instance instance) {
        stack.registry().remove(instance);
    }

    private void requireDisk() {
        try {
            var free = Files.getFileStore(stack.home().folder()).getUsableSpace() >> 20;
            if (free < LEAST_DISK_MEGABYTES) {
                throw new LauncherException("The disk of " + stack.home().folder() + " is full: " + free
                        + " MB are free, " + LEAST_DISK_MEGABYTES + " MB are needed.");
            }
        } catch (IOException e) {
            throw new LauncherException("cannot look at the disk: " + e.getMessage(), e);
        }
    }
}
