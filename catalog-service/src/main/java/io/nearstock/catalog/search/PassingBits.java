package io.nearstock.catalog.search;

/** Sets bits in the order of their numbers: those of a word are written together, as each writing would wait for the one before. */
final class PassingBits {

    private final long[] words;
    private int at;
    private long word;

    PassingBits(long[] words) {
        this.words = words;
    }

    void add(int number, boolean passes) {
        if (number >> 6 != at) {
            end();
            at = number >> 6;
            word = 0;
        }
        word |= (passes ? 1L : 0L) << number;
    }

    /** Nothing is there for certain before. */
    void end() {
        words[at] |= word;
    }
}
