package io.nearstock.catalog.search;

/** By what results are sorted: a number for each, the least first. */
interface SortKeys {

    /** Tells those of a few products of a segment; all that are asked for come in the order of their numbers, and once. */
    void of(SegmentColumns segment, int begin, int[] docs, int many, long[] keys);

    /** Of a column. */
    record Numbers(NumberField field, boolean descending) implements SortKeys {

        @Override
        public void of(SegmentColumns segment, int begin, int[] docs, int many, long[] keys) {
            var numbers = segment.numbers(field);
            for (int at = 0; at < many; at++) {
                keys[at] = numbers.get(docs[at]);
            }
            for (int at = 0; descending && at < many; at++) {
                keys[at] = ~keys[at];
            }
        }
    }
}
