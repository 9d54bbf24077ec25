package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.List;
import java.util.Map;

/** {@code evaluate}: the production code of a service on anybody's file, so that others can check its figures. */
final class Evaluate {

    private record Evaluation(String module, String mainClass) {}

    private static final Map<String, Evaluation> EVALUATIONS = Map.of(
            "forecast",
            new Evaluation("inventory-service", "io.nearstock.inventory.forecast.evaluation.EvaluateForecast"),
            "reviews",
            new Evaluation("catalog-service", "io.nearstock.catalog.quality.evaluation.EvaluateReviews"));

    private final Stack stack;

    Evaluate(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> words) {
        var evaluation = words.isEmpty() ? null : EVALUATIONS.get(words.getFirst());
        if (evaluation == null) {
            throw new LauncherException("Evaluate what? forecast or reviews");
        }
        return new Program(stack, evaluation.module()).compute(evaluation.mainClass(), words.subList(1, words.size()));
    }
}
