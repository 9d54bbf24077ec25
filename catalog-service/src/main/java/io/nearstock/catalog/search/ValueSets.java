package io.nearstock.catalog.search;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/** Sets of values, each kept once however many products have it, and numbered from 0 as they come. */
final class ValueSets {

    private static final int FREE = -1;

    /** Of the golden ratio, so that neighbours lie far from each other. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] begins = new int[64];
    private int[] numbers = new int[64];
    private int size;
    private int[] slots = emptySlots(64);

    private static int[] emptySlots(int many) {
        var slots = new int[many];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** The number of the set of the first of these values, as many as are said. */
    int of(int[] values, int many) {
        if (2 * size >= slots.length) {
            grow();
        }
        var place = place(values, 0, many);
        if (slots[place] == FREE) {
            slots[place] = size;
            add(values, many);
        }
        return slots[place];
    }

    int size() {
        return size;
    }

    /** Where the values of each begin in {@link #numbers}, and where those of the last end. */
    int[] begins() {
        return Arrays.copyOf(begins, size + 1);
    }

    int[] numbers() {
        return Arrays.copyOf(numbers, begins[size]);
    }

    /** Of a set that is there, or where it would go (linear probing, Knuth 1963). */
    private int place(int[] values, int from, int to) {
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + values[at];
        }
        int place = ((hash * SPREAD) >>> 7) & (slots.length - 1);
        while (slots[place] != FREE && !isSet(slots[place], values, from, to)) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    private boolean isSet(int set, int[] values, int from, int to) {
        return Arrays.equals(numbers, begins[set], begins[set + 1], values, from, to);
    }

    private void add(int[] values, int many) {
        begins = ArrayUtil.grow(begins, size + 2);
        var begin = begins[size];
        numbers = ArrayUtil.grow(numbers, begin + many);
        System.arraycopy(values, 0, numbers, begin, many);
        begins[++size] = begin + many;
    }

    private void grow() {
        slots = emptySlots(2 * slots.length);
        for (int set = 0; set < size; set++) {
            slots[place(numbers, begins[set], begins[set + 1])] = set;
        }
    }
}
