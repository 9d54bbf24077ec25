package io.nearstock.chassis.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A document that has been given entries.
 *
 * @param added the entries; none where they are to be read
 */
record Nudge(String id, List<OutboxEntry> added) {

    /** By document; those of one that is to be read anyway are dropped. */
    static Map<String, List<OutboxEntry>> merged(Collection<Nudge> nudges) {
        var merged = new LinkedHashMap<String, List<OutboxEntry>>();
        nudges.forEach(nudge -> merged.merge(nudge.id(), nudge.added(), Nudge::both));
        return merged;
    }

    private static List<OutboxEntry> both(List<OutboxEntry> some, List<OutboxEntry> more) {
        return some.isEmpty() || more.isEmpty()
                ? List.of()
                : Stream.concat(some.stream(), more.stream()).toList();
    }
}
