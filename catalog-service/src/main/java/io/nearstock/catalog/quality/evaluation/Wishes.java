package io.nearstock.catalog.quality.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was asked for at the terminal; without folds nothing is cross-validated. */
record Wishes(Path train, Optional<Prediction> prediction, int folds, long seed) {

    record Prediction(Path file, Path out) {}

    static final String USAGE = "evaluate reviews --train FILE [--predict FILE --out FILE] [--folds N] [--seed N]";

    private static final Set<String> KNOWN = Set.of("--train", "--predict", "--out", "--folds", "--seed");

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
        if (given.containsKey("--predict") != given.containsKey("--out")) {
            throw new FileProblem("--predict and --out belong together. " + USAGE);
        }
        var train = Optional.ofNullable(given.get("--train"))
                .orElseThrow(() -> new FileProblem("--train is missing. " + USAGE));
        var prediction = Optional.ofNullable(given.get("--predict"))
                .map(file -> new Prediction(Path.of(file), Path.of(given.getOrDefault("--out", ""))));
        return new Wishes(Path.of(train), prediction, number(given, "--folds", 0), number(given, "--seed", 1));
    }

    private static int number(Map<String, String> given, String name, int usual) {
        var text = given.getOrDefault(name, "" + usual);
        if (!text.matches("[0-9]{1,3}") || (name.equals("--folds") && text.equals("1"))) {
            throw new FileProblem(name + " is a number, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
