package io.nearstock.local.launcher.part;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an {@code up} has to start.
 *
 * @param starts in the order in which they get their turn
 * @param unbuilt what cannot be started, because there is no jar of it
 */
public record StartPlan(List<Instance> starts, List<Part> unbuilt) {

    /** The first instance of each part that is ours to run and does not run yet; extra instances only come by scale. */
    public static StartPlan of(StackSettings settings, Collection<Instance> running, Predicate<Part> isBuilt) {
        var missing = Arrays.stream(Part.values())
                .filter(settings::isLocal)
                .filter(part -> !running.contains(Instance.first(part)))
                .toList();
        return new StartPlan(
                missing.stream().filter(isBuilt).map(Instance::first).toList(),
                missing.stream().filter(isBuilt.negate()).toList());
    }

    /** What must be ready first, of that which is started now. */
    public Set<Instance> needs(Instance instance) {
        return instance.part().needs().stream()
                .map(Instance::first)
                .filter(starts::contains)
                .collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return starts.isEmpty();
    }
}
