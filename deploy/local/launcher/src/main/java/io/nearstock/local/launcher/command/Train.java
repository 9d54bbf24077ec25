package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.app.AotTraining;
import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.part.Part.Kind;
import java.util.Arrays;

/** {@code train}, which {@code up} calls in the background: one part after the other, those without a cache only. */
final class Train {

    private final Stack stack;

    Train(Stack stack) {
        this.stack = stack;
    }

    int run() {
        Arrays.stream(Part.values())
                .filter(part -> part.kind() != Kind.STAND_IN)
                .filter(stack.settings()::isLocal)
                .forEach(this::train);
        return 0;
    }

    private void train(Part part) {
        var variables = stack.environment().of(Instance.first(part));
        var training = new AotTraining(stack.root(), stack.java(), stack.home().logs());
        if (training.of(part, variables)) {
            stack.terminal().line("trained %s".formatted(part.partName()));
        }
    }
}
