package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** What a shopper chose of a facet. */
sealed interface Choice {

    /** Of these products those that pass. */
    FixedBitSet of(FixedBitSet docs, IndexSearcher searcher, IndexColumns columns) throws IOException;

    /** One of the values is enough. */
    record Values(String field, Collection<String> values) implements Choice {

        @Override
        public FixedBitSet of(FixedBitSet docs, IndexSearcher searcher, IndexColumns columns) throws IOException {
            var any =
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
            return DocSet.of(
                    searcher,
                    new BooleanQuery.Builder()
                            .add(new DocSet(docs), FILTER)
                            .add(any, FILTER)
                            .build());
        }
    }

    /** Its ends included. */
    record Range(FacetField field, long from, long to) implements Choice {

        @Override
        public FixedBitSet of(FixedBitSet docs, IndexSearcher searcher, IndexColumns columns) {
            return columns.inRange(docs, field, from, to);
        }
    }
}
