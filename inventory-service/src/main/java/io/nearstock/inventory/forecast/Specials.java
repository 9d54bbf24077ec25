package io.nearstock.inventory.forecast;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is special about single days of a series, by name: a promotion, an event. It is known in advance, as prices are. */
public final class Specials {

    public static final Specials NONE = new Specials(new TreeMap<>());

    private final SortedMap<Integer, List<String>> byDay;

    private Specials(SortedMap<Integer, List<String>> byDay) {
        this.byDay = byDay;
    }

    public static Specials of(Map<Integer, ? extends Collection<String>> byDay) {
        return new Specials(byDay.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .collect(toMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream().distinct().sorted().toList(),
                        (first, _) -> first,
                        TreeMap::new)));
    }

    public boolean isEmpty() {
        return byDay.isEmpty();
    }

    /** The names of a day; none for an ordinary one. */
    public List<String> on(int day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The special days from one day to another (exclusive), in order. */
    public Set<Integer> between(int from, int to) {
        return from < to ? byDay.subMap(from, to).keySet() : Set.of();
    }
}
