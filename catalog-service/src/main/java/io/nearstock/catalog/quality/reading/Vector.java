package io.nearstock.catalog.quality.reading;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A vector of which only some components are not zero. */
public final class Vector {

    private final int[] places;
    private final float[] values;

    Vector(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }

    static Vector dense(float[] values) {
        return new Vector(IntStream.range(0, values.length).toArray(), values);
    }

    public double times(float[] weights) {
        double sum = 0;
        for (int at = 0; at < places.length; at++) {
            sum += values[at] * weights[places[at]];
        }
        return sum;
    }

    public void addTo(float[] weights, double factor) {
        for (int at = 0; at < places.length; at++) {
            weights[places[at]] += (float) (factor * values[at]);
        }
    }

    public double squaredLength() {
        double sum = 0;
        for (var value : values) {
            sum += value * value;
        }
        return sum;
    }

    Vector minus(float[] centre) {
        var moved = Arrays.copyOf(values, values.length);
        for (int at = 0; at < moved.length; at++) {
            moved[at] -= centre[places[at]];
        }
        return new Vector(places, moved);
    }
}
