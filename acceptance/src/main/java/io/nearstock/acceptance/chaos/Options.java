package io.nearstock.acceptance.chaos;

import io.nearstock.acceptance.NotUnderstoodException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code ./nearstock chaos} was asked for.
 *
 * @param seed of the plan and of what people want
 * @param rate wishes a second; about 45 of 100 are orders
 * @param only parts of the names of the faults to choose; all where there is none
 */
record Options(long seed, double rate, List<String> only) {

    private static final List<String> KNOWN = List.of("--seed", "--rate", "--only");

    static Options of(List<String> words) {
        var given = words.stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? pair[1] : ""));
        given.keySet().stream().filter(name -> !KNOWN.contains(name)).findAny().ifPresent(name -> {
            throw new NotUnderstoodException(name + " is unknown; there are " + KNOWN + ", each with =VALUE");
        });
        return new Options(
                number(given, "--seed", System.nanoTime() % 1_000_000),
                Double.parseDouble(given.getOrDefault("--rate", "6")),
                Arrays.stream(given.getOrDefault("--only", "").split(","))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        return given.containsKey(name) ? Long.parseLong(given.get(name)) : otherwise;
    }

    boolean wants(String fault) {
        return only.isEmpty() || only.stream().anyMatch(fault::contains);
    }
}
