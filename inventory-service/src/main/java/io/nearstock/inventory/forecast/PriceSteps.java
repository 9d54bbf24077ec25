package io.nearstock.inventory.forecast;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The price of an item as steps: each holds from its day until the next one, the last one for good. */
public final class PriceSteps {

    public static final PriceSteps UNKNOWN = PriceSteps.of(new TreeMap<>());

    private final int[] from;
    private final float[] price;

    private PriceSteps(int[] from, float[] price) {
        this.from = from;
        this.price = price;
    }

    public static PriceSteps of(SortedMap<Integer, Float> byFirstDay) {
        var from = byFirstDay.keySet().stream().mapToInt(day -> day).toArray();
        var price = new float[from.length];
        var next = 0;
        for (Map.Entry<Integer, Float> step : byFirstDay.entrySet()) {
            price[next++] = step.getValue();
        }
        return new PriceSteps(from, price);
    }

    public boolean isKnown() {
        return from.length > 0;
    }

    /** The price on a day, the first one for days before it; NaN where no price is known at all. */
    public float at(int day) {
        if (from.length == 0) {
            return Float.NaN;
        }
        var found = Arrays.binarySearch(from, day);
        return price[Math.max(0, found >= 0 ? found : -found - 2)];
    }
}
