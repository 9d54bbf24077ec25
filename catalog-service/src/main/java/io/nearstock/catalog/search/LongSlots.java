package io.nearstock.catalog.search;

import java.util.Arrays;

/**
 * Numbers keys from 0 as they come. The keys are hashes already and none is 0, so that their upper bits say where they lie
 * (linear probing, Knuth 1963), without an object for each.
 */
final class LongSlots {

    private final long[] keys;
    private final int[] numbers;
    private final int shift;
    private int size;

    LongSlots(int mostKeys) {
        var bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(mostKeys) + 1);
        this.keys = new long[1 << bits];
        this.numbers = new int[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    int of(long key) {
        var at = place(key);
        if (keys[at] == 0) {
            keys[at] = key;
            numbers[at] = size++;
        }
        return numbers[at];
    }

    /** Less than 0 where the key has not come. */
    int find(long key) {
        var at = place(key);
        return keys[at] == 0 ? -1 : numbers[at];
    }

    private int place(long key) {
        int at = (int) (key >>> shift);
        while (keys[at] != key && keys[at] != 0) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    int size() {
        return size;
    }

    /** Of the keys there are. */
    int[] newList(int value) {
        var list = new int[size];
        Arrays.fill(list, value);
        return list;
    }
}
