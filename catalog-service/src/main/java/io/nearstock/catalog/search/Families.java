package io.nearstock.catalog.search;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Products and their variants in the index: who belongs together has the same number in one column, and who has nobody has
 * none. The number is a hash of 64 bits of the product's id, so that of a million products any two have the same by a
 * chance of one in thirty million; a column of numbers can be told later that a product has variants.
 */
final class Families {

    static final String COLUMN = "family";

    private static final int SEED = 104_729;

    private Families() {}

    static NumericDocValuesField column(String productId) {
        return new NumericDocValuesField(COLUMN, number(productId));
    }

    /** Never 0, which stands for none. */
    private static long number(String productId) {
        var id = new BytesRef(productId);
        return StringHelper.murmurhash3_x64_128(id.bytes, id.offset, id.length, SEED)[0] | 1;
    }
}
