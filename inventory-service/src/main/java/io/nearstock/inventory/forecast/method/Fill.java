package io.nearstock.inventory.forecast.method;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

final class Fill {

    private Fill() {}

    static double[] each(int horizon, IntToDoubleFunction ahead) {
        return IntStream.range(0, horizon).mapToDouble(ahead).toArray();
    }

    static double[] flat(int horizon, double level) {
        return each(horizon, _ -> level);
    }
}
