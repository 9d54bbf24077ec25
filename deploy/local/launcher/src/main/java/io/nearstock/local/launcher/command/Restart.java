package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.process.PortCheck;
import io.nearstock.local.launcher.process.ProcessRecord;
import java.util.List;
import java.util.stream.Stream;

/** {@code restart}: every instance of a part, one after the other, on its old port; one that has died starts again. */
final class Restart {

    private final Stack stack;

    Restart(Stack stack) {
        this.stack = stack;
    }

    int run(Part part) {
        try (var _ = Lock.of(stack)) {
            instances(part).forEach(this::restart);
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
}
