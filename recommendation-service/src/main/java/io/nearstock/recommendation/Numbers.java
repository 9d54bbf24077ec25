package io.nearstock.recommendation;

import java.util.Arrays;

/** Numbers in the order in which they came, four bytes each. */
final class Numbers {

    private int[] values = new int[4];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
