package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.util.FixedBitSet;

/** What a shopper chose of a facet. */
sealed interface Choice {

    /** Of these products those that pass. */
    FixedBitSet of(FixedBitSet docs, Matches matches, IndexColumns columns) throws IOException;

    /** One of the values is enough. */
    record Values(String field, Collection<String> values) implements Choice {

        @Override
        public FixedBitSet of(FixedBitSet docs, Matches matches, IndexColumns columns) throws IOException {
            var passing = matches.having(field, values);
            passing.and(docs);
            return passing;
        }
    }

    /** Its ends included. */
    record Range(NumberField field, long from, long to) implements Choice {

        @Override
        public FixedBitSet of(FixedBitSet docs, Matches matches, IndexColumns columns) {
            return columns.inRange(docs, field, from, to);
        }
    }

    /** A price in some currency, its ends included. */
    record Price(PricesInCurrency prices, long from, long to) implements Choice {

        @Override
        public FixedBitSet of(FixedBitSet docs, Matches matches, IndexColumns columns) {
            return prices.inRange(columns, docs, from, to);
        }
    }
}
