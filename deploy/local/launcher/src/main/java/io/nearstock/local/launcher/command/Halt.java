package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.StopPlan;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.process.Registry;
import io.nearstock.local.launcher.process.Stopper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Stops processes in the reverse of the order in which they start. */
final class Halt {

    private Halt() {}

    static void of(Stack stack, Collection<Instance> instances) {
        for (var group : StopPlan.of(instances)) {
            stopTogether(stack, group);
        }
    }

    private static void stopTogether(Stack stack, List<Instance> group) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            group.forEach(instance -> threads.execute(() -> stop(stack, instance)));
        }
    }

    private static void stop(Stack stack, Instance instance) {
        record(stack, instance).flatMap(Registry::handle).ifPresent(process -> {
            var killed = Stopper.stop(process);
            stack.terminal()
                    .line("  %-24s %s".formatted(instance.name(), killed ? "killed: it did not stop" : "stopped"));
        });
        stack.registry().remove(instance);
    }

    private static Optional<ProcessRecord> record(Stack stack, Instance instance) {
        return stack.registry().running().stream()
                .filter(started -> started.instance().equals(instance))
                .findFirst();
    }
}
