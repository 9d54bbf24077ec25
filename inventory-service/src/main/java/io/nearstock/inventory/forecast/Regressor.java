package io.nearstock.inventory.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something beside its own past that a series was forecast from.
 *
 * @param ahead the days of the forecast, from 0, on which it is; none for what is so every day
 * @param factor how many times as much is sold on these days; null for what has no factor of its own
 */
public record Regressor(
        String name, List<Integer> ahead, @Nullable Double factor) {

    public static final String CATEGORY = "category";
    public static final String PRICE = "price";

    public static Regressor daily(String name) {
        return new Regressor(name, List.of(), null);
    }
}
