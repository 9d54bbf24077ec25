package io.nearstock.inventory.forecast.boosting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names, in the order in which they are first met. A name not met in training has a number of its own. */
final class Codes {

    private final Map<String, Integer> byName = new HashMap<>();

    static Codes of(List<String> names) {
        var codes = new Codes();
        names.forEach(codes::of);
        return codes;
    }

    int of(String name) {
        return byName.computeIfAbsent(name, _ -> byName.size());
    }

    /** All that were met, by their numbers. */
    List<String> names() {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
