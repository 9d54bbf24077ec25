package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.part.Part.Kind;
import io.nearstock.local.launcher.part.StartPlan;
import io.nearstock.local.launcher.process.PortCheck;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.List;
import java.util.stream.IntStream;

/** {@code scale}: so many instances of a service, no more and no fewer. */
final class Scale {

    private final Stack stack;

    Scale(Stack stack) {
        this.stack = stack;
    }

    int run(Part part, int count) {
        if (part.kind() != Kind.SERVICE) {
            throw new LauncherException(part.partName() + " runs once; only services can be scaled");
        }
        if (count < 1 || count > Instance.MOST) {
            throw new LauncherException("between 1 and " + Instance.MOST + " instances are possible");
        }
        try (var _ = Lock.of(stack)) {
            stack.registry().dead().forEach(gone -> stack.registry().remove(gone.instance()));
            bringTo(part, count);
            StateFile.update(stack);
            return 0;
        }
    }

    private void bringTo(Part part, int count) {
        var running = stack.registry().running().stream()
                .map(ProcessRecord::instance)
                .filter(instance -> instance.part() == part)
                .toList();
        var wanted = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Instance(part, number))
                .toList();
        Halt.of(
                stack,
                running.stream().filter(instance -> !wanted.contains(instance)).toList());
        var missing =
                wanted.stream().filter(instance -> !running.contains(instance)).toList();
        PortCheck.require(stack.settings().ports(), missing);
        new ParallelStart(stack).run(new StartPlan(missing, List.of()));
    }
}
