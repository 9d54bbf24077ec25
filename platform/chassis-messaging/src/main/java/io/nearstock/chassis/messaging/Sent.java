package io.nearstock.chassis.messaging;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far a worker has sent the entries of the documents that it saw last: what follows need not be looked for. */
final class Sent {

    private static final int REMEMBERED = 10_000;

    private final LinkedHashMap<String, Long> reached = new LinkedHashMap<>();

    /** Which of these are still to be sent, in order; empty where others may have to go before them. */
    Optional<List<OutboxEntry>> rest(String id, List<OutboxEntry> added) {
        long last = reached.getOrDefault(id, 0L);
        var rest = added.stream()
                .filter(entry -> entry.sequence() > last)
                .sorted(Comparator.comparingLong(OutboxEntry::sequence))
                .toList();
        var follows = IntStream.range(0, rest.size())
                .allMatch(index -> rest.get(index).sequence() == last + 1 + index);
        return follows && !added.isEmpty() ? Optional.of(rest) : Optional.empty();
    }

    /** The broker has this one, and so all before it. */
    void reach(String id, long sequence) {
        reached.remove(id);
        reached.put(id, sequence);
        if (reached.size() > REMEMBERED) {
            reached.pollFirstEntry();
        }
    }
}
