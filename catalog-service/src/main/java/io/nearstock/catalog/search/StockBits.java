package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Which SKUs there are some of, by their numbers; told by one while others read. */
final class StockBits {

    private static final int WORDS = 1 << 10;

    /** Only the list of blocks is ever copied, never a block: nothing that is told meanwhile gets lost. */
    private volatile @Nullable AtomicLongArray[] blocks = {};

    boolean get(int number) {
        var known = blocks;
        var word = number >> 6;
        var block = word / WORDS < known.length ? known[word / WORDS] : null;
        return block != null && (block.get(word % WORDS) & 1L << number) != 0;
    }

    void set(int number, boolean some) {
        var word = number >> 6;
        var bit = 1L << number;
        block(word / WORDS).accumulateAndGet(word % WORDS, bit, (known, one) -> some ? known | one : known & ~one);
    }

    /** Adds these SKUs to others; those beyond the end are left out. */
    void addTo(long[] words) {
        var known = blocks;
        for (int block = 0; block < known.length; block++) {
            var some = known[block];
            if (some != null) {
                add(some, words, block * WORDS);
            }
        }
    }

    private static void add(AtomicLongArray block, long[] words, int begin) {
        var end = Math.min(WORDS, words.length - begin);
        for (int word = 0; word < end; word++) {
            words[begin + word] |= block.get(word);
        }
    }

    private AtomicLongArray block(int at) {
        var known = blocks;
        var block = at < known.length ? known[at] : null;
        return block == null ? newBlock(at) : block;
    }

    private synchronized AtomicLongArray newBlock(int at) {
        var next = Arrays.copyOf(blocks, Math.max(blocks.length, at + 1));
        var block = next[at] == null ? new AtomicLongArray(WORDS) : next[at];
        next[at] = block;
        blocks = next;
        return block;
    }
}
