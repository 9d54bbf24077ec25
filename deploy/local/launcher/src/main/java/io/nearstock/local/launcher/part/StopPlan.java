package io.nearstock.local.launcher.part;

import io.nearstock.local.launcher.part.Part.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who stops when: first the door, last what others store in. The members of a group stop together. */
public final class StopPlan {

    private StopPlan() {}

    public static List<List<Instance>> of(Collection<Instance> running) {
        Map<Kind, List<Instance>> byKind = running.stream()
                .collect(Collectors.groupingBy(
                        instance -> instance.part().kind(), () -> new EnumMap<>(Kind.class), Collectors.toList()));
        return List.copyOf(byKind.values()).reversed();
    }
}
