package io.nearstock.catalog.search;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.search.Facets.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often each value of a column was found. */
final class ValueCounts {

    private static final Comparator<Value> ORDER =
            comparingInt(Value::count).reversed().thenComparing(Value::value);

    /** As many values of a facet are shown. */
    static final int MOST = 100;

    private static final int MOST_ATTRIBUTES = 20;

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String value, int count) {
        counts.merge(value, count, Integer::sum);
    }

    void addAll(ValueCounts others) {
        others.counts.forEach(this::add);
    }

    Map<String, Integer> byValue() {
        return new TreeMap<>(counts);
    }

    /** Exactly as written. */
    List<Value> values() {
        return mostFrequent(all().toList());
    }

    /** {@code Red} and {@code red} are one value, shown as it is written most often: filters do not tell them apart. */
    List<Value> valuesOfAnyCase() {
        var spellings =
                all().sorted(ORDER).collect(groupingBy(value -> value.value().toLowerCase(Locale.ROOT)));
        return mostFrequent(spellings.values().stream().map(ValueCounts::sum).toList());
    }

    /** Of a column of {@code name=value}: the values of each name, for the most frequent names. */
    Map<String, List<Value>> byName() {
        var names = new TreeMap<String, ValueCounts>();
        counts.forEach((pair, count) -> {
            var split = pair.indexOf('=');
            names.computeIfAbsent(Facets.ATTRIBUTE + pair.substring(0, split), _ -> new ValueCounts())
                    .add(pair.substring(split + 1), count);
        });
        return names.entrySet().stream()
                .sorted(comparingInt((Map.Entry<String, ValueCounts> name) ->
                                name.getValue().sum())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_ATTRIBUTES)
                .collect(
                        toMap(Map.Entry::getKey, name -> name.getValue().valuesOfAnyCase(), (a, _) -> a, TreeMap::new));
    }

    private Stream<Value> all() {
        return counts.entrySet().stream().map(entry -> new Value(entry.getKey(), entry.getValue()));
    }

    private int sum() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Value sum(List<Value> spellings) {
        return new Value(
                spellings.getFirst().value(),
                spellings.stream().mapToInt(Value::count).sum());
    }

    private static List<Value> mostFrequent(Collection<Value> values) {
        return values.stream().sorted(ORDER).limit(MOST).toList();
    }
}
