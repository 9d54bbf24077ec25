package io.nearstock.inventory.forecast.boosting;

import java.util.HashMap;
import java.util.Map;

/** Numbers for names, in the order in which they are first met. A name not met in training has a number of its own. */
final class Codes {

    private final Map<String, Integer> byName = new HashMap<>();

    int of(String name) {
        return byName.computeIfAbsent(name, _ -> byName.size());
    }
}
