package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.process.PortCheck;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code restart}: every instance of a part, one after the other, on its old port; one that has died starts again. */
final class Restart {

    /** By then whoever calls a new instance has heard of it: what is known of the registry is 3 s old at most, twice. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(8);

    private final Stack stack;

    Restart(Stack stack) {
        this.stack = stack;
    }

    int run(Part part) {
        try (var _ = Lock.of(stack)) {
            var instances = instances(part);
            for (var instance : instances) {
                restart(instance);
                if (!instance.equals(instances.getLast())) {
                    pause();
                }
            }
            StateFile.update(stack);
            return 0;
        }
    }

    private List<Instance> instances(Part part) {
        var known = Stream.concat(stack.registry().running().stream(), stack.registry().dead().stream());
        return Stream.concat(Stream.of(Instance.first(part)), known.map(ProcessRecord::instance))
                .filter(instance -> instance.part() == part)
                .distinct()
                .toList();
    }

    private void restart(Instance instance) {
        Halt.of(stack, List.of(instance));
        PortCheck.require(stack.settings().ports(), List.of(instance));
        new InstanceStart(stack, instance).run();
    }

    private static void pause() {
        try {
            Thread.sleep(UNTIL_KNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
