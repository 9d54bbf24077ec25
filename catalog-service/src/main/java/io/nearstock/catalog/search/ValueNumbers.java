package io.nearstock.catalog.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.util.ArrayUtil;

/**
 * Gives each value of a field one number for all segments, for as long as any segment has it: so a search counts in one
 * array, and no word is looked at but those that are shown. 0 stands for no value.
 */
final class ValueNumbers {

    private static final int FEW = 64;

    /** What filters do not tell apart has one number here; of where all is told apart this is the same. */
    private final ValueNumbers alike;

    private final UnaryOperator<String> key;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int[] segments = new int[FEW];
    private volatile String[] values = new String[FEW];
    private volatile int[] alikes = new int[FEW];
    private volatile int size = 1;

    /** Of values that are told apart exactly as they are written. */
    ValueNumbers() {
        this.key = UnaryOperator.identity();
        this.alike = this;
        values[0] = "";
    }

    /** Of values that are told apart by a key. */
    ValueNumbers(UnaryOperator<String> key) {
        this.key = key;
        this.alike = new ValueNumbers();
        values[0] = "";
    }

    /** For one segment more; each call is to be made up for by one of {@link #release}. */
    synchronized int take(String value) {
        var known = numbers.get(value);
        var number = known == null ? begin(value) : known;
        segments[number]++;
        return number;
    }

    synchronized void release(int[] taken) {
        for (var number : taken) {
            if (--segments[number] == 0) {
                end(number);
            }
        }
    }

    /** More than any number. */
    int size() {
        return size;
    }

    String value(int number) {
        return values[number];
    }

    /** The same for all values that filters do not tell apart, and less than {@link #size}. */
    int alike(int number) {
        return alike == this ? number : alikes[number];
    }

    private int begin(String value) {
        var number = free.isEmpty() ? size : free.pop();
        if (number == segments.length) {
            grow();
        }
        values[number] = value;
        alikes[number] = alike == this ? number : alike.take(key.apply(value));
        numbers.put(value, number);
        size = Math.max(size, number + 1);
        return number;
    }

    private void end(int number) {
        numbers.remove(values[number]);
        free.push(number);
        if (alike != this) {
            alike.release(new int[] {alikes[number]});
        }
    }

    private void grow() {
        var more = ArrayUtil.oversize(segments.length + 1, Integer.BYTES);
        segments = Arrays.copyOf(segments, more);
        values = Arrays.copyOf(values, more);
        alikes = Arrays.copyOf(alikes, more);
    }
}
