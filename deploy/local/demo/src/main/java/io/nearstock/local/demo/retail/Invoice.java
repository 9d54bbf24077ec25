package io.nearstock.local.demo.retail;

import java.util.Map;

/**
 * What a customer bought, or gave back, at one time.
 *
 * @param quantities units by stock code, each above zero, in the order of the file
 */
public record Invoice(
        String number, boolean cancellation, String customer, String country, Map<String, Integer> quantities) {

    public int units() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether this invoice sold everything that the other takes back. */
    public boolean covers(Invoice taken) {
        return taken.quantities.entrySet().stream()
                .allMatch(line -> quantities.getOrDefault(line.getKey(), 0) >= line.getValue());
    }
}
