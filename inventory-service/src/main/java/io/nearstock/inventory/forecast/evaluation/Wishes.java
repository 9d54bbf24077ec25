package io.nearstock.inventory.forecast.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was asked for at the terminal. */
record Wishes(
        Path sales, Optional<Path> calendar, Optional<Path> prices, int trainTo, int horizon, Path out, int season) {

    static final String USAGE = "evaluate forecast --sales FILE [--calendar FILE] [--prices FILE] --train-to d_N"
            + " --horizon DAYS --out FILE [--season 7]";

    private static final Set<String> KNOWN =
            Set.of("--sales", "--calendar", "--prices", "--train-to", "--horizon", "--out", "--season");

    static Wishes of(List<String> words) {
        var given = new HashMap<String, String>();
        for (var word = 0; word < words.size(); word += 2) {
            if (!KNOWN.contains(words.get(word)) || word + 1 == words.size()) {
                throw new FileProblem("what is \"" + words.get(word) + "\"? " + USAGE);
            }
            given.put(words.get(word), words.get(word + 1));
        }
        return of(given);
    }

    private static Wishes of(Map<String, String> given) {
        var calendar = Optional.ofNullable(given.get("--calendar")).map(Path::of);
        var prices = Optional.ofNullable(given.get("--prices")).map(Path::of);
        if (prices.isPresent() && calendar.isEmpty()) {
            throw new FileProblem("prices are by week: --calendar says which days these are");
        }
        return new Wishes(
                Path.of(required(given, "--sales")),
                calendar,
                prices,
                positive("--train-to", required(given, "--train-to").replaceFirst("^d_", "")),
                positive("--horizon", given.getOrDefault("--horizon", "28")),
                Path.of(required(given, "--out")),
                positive("--season", given.getOrDefault("--season", "7")));
    }

    private static String required(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new FileProblem(name + " is missing. " + USAGE);
        }
        return value;
    }

    private static int positive(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new FileProblem(name + " is a number from 1, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
