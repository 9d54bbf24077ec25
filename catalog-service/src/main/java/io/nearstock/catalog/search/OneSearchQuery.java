package io.nearstock.catalog.search;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Knows what lies outside the index, or what one search has found: it equals only itself, so that none is kept for another. */
abstract class OneSearchQuery extends Query {

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
