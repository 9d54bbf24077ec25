package io.nearstock.catalog.search;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.search.Facets.PriceRange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;

/**
 * What products cost everybody in one currency at one moment: what a price list says of a SKU or, where the currency is the
 * catalogue's, what the product itself says. A value, so that all of a page goes by the same prices.
 */
final class PricesInCurrency {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final long[] SILENCE = new long[PAGE];
    private static final long NONE = -1;

    private final String currency;
    private final boolean isCatalogues;

    /** By the numbers of SKUs, as {@link StockBoard} has them; 0 where no list says anything. */
    private final long[][] listed;

    private PricesInCurrency(String currency, boolean isCatalogues, long[][] listed) {
        this.currency = currency;
        this.isCatalogues = isCatalogues;
        this.listed = listed;
    }

    static PricesInCurrency without(String currency, boolean isCatalogues) {
        return new PricesInCurrency(currency, isCatalogues, new long[0][]);
    }

    /** With what lists say of some SKUs now; 0 for nothing. Of the others it is not copied. */
    PricesInCurrency with(Map<Integer, Long> amounts) {
        var most = amounts.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        var pages = Arrays.copyOf(listed, Math.max(listed.length, (most >> PAGE_BITS) + 1));
        var own = new HashSet<Integer>();
        amounts.forEach((number, amount) -> {
            var page = number >> PAGE_BITS;
            if (own.add(page)) {
                pages[page] = pages[page] == null ? SILENCE.clone() : pages[page].clone();
            }
            pages[page][number & PAGE - 1] = amount;
        });
        return new PricesInCurrency(currency, isCatalogues, pages);
    }

    boolean areCatalogues() {
        return isCatalogues;
    }

    /** As a result shows it; only what has a price is one. */
    SearchItem show(SearchItem item, int sku) {
        var amount = listed(sku);
        return amount == 0 ? item : item.listedAt(new Money(amount, currency));
    }

    /** Of these products those that cost so much, the ends included; what has no price costs nothing of the kind. */
    FixedBitSet inRange(IndexColumns columns, FixedBitSet docs, long from, long to) {
        var found = new FixedBitSet(docs.length());
        var bits = found.getBits();
        columns.walk(docs, (segment, begin, some, many) -> {
            var passing = new PassingBits(bits);
            for (int at = 0; at < many; at++) {
                var price = of(segment, some[at]);
                passing.add(begin + some[at], price != NONE && price >= from && price <= to);
            }
            passing.end();
        });
        return found;
    }

    /** Of these products those whose price is their own. */
    FixedBitSet unlisted(IndexColumns columns, FixedBitSet docs) {
        var found = new FixedBitSet(docs.length());
        columns.walk(docs, (segment, begin, some, many) -> {
            for (int at = 0; at < many; at++) {
                if (listed(segment.skus()[some[at]]) == 0) {
                    found.set(begin + some[at]);
                }
            }
        });
        return found;
    }

    SortKeys order(boolean descending) {
        return (segment, _, docs, many, keys) -> {
            for (int at = 0; at < many; at++) {
                var price = of(segment, docs[at]);
                keys[at] = descending ? ~price : price;
            }
        };
    }

    /** Counts those that have a price; a product once for a range, however many of its variants are in it. */
    List<PriceRange> ranges(IndexColumns columns, FixedBitSet docs) {
        var counts = new int[PriceRanges.SIZE];
        var members = columns.members(docs);
        var families = new LongSlots(members.cardinality());
        var met = new int[members.cardinality()];
        columns.walk(docs, (segment, begin, some, many) -> {
            for (int at = 0; at < many; at++) {
                var range = PriceRanges.of(of(segment, some[at]));
                if (!members.get(begin + some[at]) || isFirst(met, families.of(segment.family(some[at])), range)) {
                    counts[range]++;
                }
            }
        });
        return PriceRanges.counted(counts);
    }

    private static boolean isFirst(int[] met, int family, int range) {
        var before = met[family];
        met[family] |= 1 << range;
        return met[family] != before;
    }

    private long of(SegmentColumns segment, int doc) {
        var amount = listed(segment.skus()[doc]);
        return amount != 0
                ? amount
                : isCatalogues ? segment.numbers(NumberField.PRICE).get(doc) : NONE;
    }

    /** What a list says of a SKU, by its number; 0 for nothing. */
    long listed(int sku) {
        var page = sku >> PAGE_BITS;
        return page < listed.length && listed[page] != null ? listed[page][sku & PAGE - 1] : 0;
    }
}
