package io.nearstock.acceptance.load;

import io.nearstock.acceptance.NotUnderstoodException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was asked for at the terminal: {@code --name=value}, each with a default. */
record Options(Map<String, String> given) {

    static final Map<String, String> DEFAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("only", "orders,search,page,availability,hot,gateway"),
            Map.entry("clients", "1,8,32"),
            Map.entry("readers", "16"),
            Map.entry("rate", "0"),
            Map.entry("read-rate", "0"),
            Map.entry("seconds", "20"),
            Map.entry("warm-up", "2000"),
            Map.entry("products", "5000"),
            Map.entry("port-offset", "2000"),
            Map.entry("flags", "-XX:TieredStopAtLevel=4 -Xms256m -Xmx5g -Xmn48m -XX:ReservedCodeCacheSize=240m"),
            Map.entry("stack", ""),
            Map.entry("keep", "no")));

    static Options of(List<String> words) {
        var given = new TreeMap<>(DEFAULTS);
        for (var word : words) {
            var parts = word.split("=", 2);
            var name = parts[0].replaceFirst("^--", "");
            if (parts.length != 2 || given.replace(name, parts[1]) == null) {
                throw new NotUnderstoodException("not an option: " + word + "; they are " + DEFAULTS);
            }
        }
        return new Options(given);
    }

    boolean wants(String measurement) {
        return list("only").contains(measurement);
    }

    /** How many order at the same time, in one measurement after the other. */
    List<Integer> clients() {
        return list("clients").stream().map(Integer::valueOf).toList();
    }

    int readers() {
        return number("readers");
    }

    /** Orders a second; empty: what is found to be possible, less a fifth. */
    Optional<Integer> rate() {
        return Optional.of(number("rate")).filter(rate -> rate > 0);
    }

    Optional<Integer> readRate() {
        return Optional.of(number("read-rate")).filter(rate -> rate > 0);
    }

    int seconds() {
        return number("seconds");
    }

    /** Orders before the first measurement; reads take three times as many. */
    int warmUp() {
        return number("warm-up");
    }

    int products() {
        return number("products");
    }

    String portOffset() {
        return given.getOrDefault("port-offset", "");
    }

    /** Of every JVM of a stack of our own. The database of the local stack keeps every order in memory. */
    String flags() {
        return given.getOrDefault("flags", "");
    }

    /** The local.json of a stack that runs; empty: one of our own. */
    Optional<Path> stack() {
        return Optional.of(given.getOrDefault("stack", ""))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
    }

    /** Whether a stack of our own goes on when we have finished. */
    boolean keepsStack() {
        return "yes".equals(given.get("keep"));
    }

    private int number(String name) {
        return Integer.parseInt(given.getOrDefault(name, "0"));
    }

    private List<String> list(String name) {
        return Arrays.asList(given.getOrDefault(name, "").split(","));
    }
}
