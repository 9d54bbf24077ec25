package io.nearstock.catalog.search;

import org.apache.lucene.util.FixedBitSet;

/** Shows the numbers of products that are bits, a few at a time, so that what is done with them are loops over arrays. */
final class Windows {

    /** As many numbers as may lie between the first and the last that are shown together. */
    static final int SIZE = 1 << 12;

    @FunctionalInterface
    interface Visitor {
        void visit(int[] docs, int many);
    }

    private Windows() {}

    /** Those between two numbers, with the offset added. */
    static void walk(FixedBitSet docs, int from, int to, int offset, Visitor visitor) {
        var some = new int[SIZE];
        for (int begin = from; begin < to; begin += SIZE) {
            var many = docs.intoArray(begin, Math.min(begin + SIZE, to), offset, some);
            if (many > 0) {
                visitor.visit(some, many);
            }
        }
    }
}
