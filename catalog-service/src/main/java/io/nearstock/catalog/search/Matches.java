package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * What queries find in one state of the index, whatever their scores: products that have a frequent word are bits that lie in
 * memory and meet word by word, and only for what is rare lists of products are read.
 */
final class Matches {

    /** One product in so many has a frequent word. */
    private static final int ONE_IN = 32;

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final Columns columns;
    private final Map<Query, FixedBitSet> known = new HashMap<>();
    private final Map<Term, Boolean> frequent = new HashMap<>();

    /** For one search. */
    Matches(IndexSearcher searcher, Columns columns) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.columns = columns;
    }

    /** Nobody may change what comes of it. */
    FixedBitSet of(Query query) throws IOException {
        var all = columns.of(reader).everything();
        if (query instanceof MatchAllDocsQuery) {
            return all;
        }
        var known = this.known.get(query);
        if (known == null) {
            known = IndexColumns.both(found(query), all);
            this.known.put(query, known);
        }
        return known;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** Those that have any of these values in a field; those that are gone, too. */
    FixedBitSet having(String field, Collection<String> values) throws IOException {
        var any = new FixedBitSet(reader.maxDoc());
        var rare = new ArrayList<BytesRef>();
        for (var value : values) {
            var term = new Term(field, value);
            if (isFrequent(term)) {
                any.or(having(term));
            } else {
                rare.add(term.bytes());
            }
        }
        if (!rare.isEmpty()) {
            any.or(read(new TermInSetQuery(field, rare)));
        }
        return any;
    }

    private FixedBitSet found(Query query) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> found(boosted.getQuery());
            case TermQuery word when isFrequent(word.getTerm()) -> having(word.getTerm());
            case DisjunctionMaxQuery words when isFrequent(words) -> any(words.getDisjuncts());
            case BooleanQuery words when wantsAll(words) -> all(queries(words));
            default -> read(query);
        };
    }

    private FixedBitSet any(Collection<Query> queries) throws IOException {
        var any = new FixedBitSet(reader.maxDoc());
        for (var query : queries) {
            any.or(found(query));
        }
        return any;
    }

    /** What is rare is read together, as then little of it has to be read. */
    private FixedBitSet all(List<Query> queries) throws IOException {
        var rare = new BooleanQuery.Builder();
        var found = new ArrayList<FixedBitSet>();
        for (var query : queries) {
            if (isFrequent(query)) {
                found.add(found(query));
            } else {
                rare.add(query, FILTER);
            }
        }
        if (found.size() < queries.size()) {
            found.add(read(rare.build()));
        }
        var all = found.removeFirst();
        found.forEach(all::and);
        return all;
    }

    /** As Lucene has it, what may be there must be, where as many must be there as there are. */
    private static boolean wantsAll(BooleanQuery words) {
        var clauses = words.clauses();
        return !clauses.isEmpty()
                && (clauses.stream().allMatch(clause -> clause.occur() == MUST)
                        || (clauses.stream().allMatch(clause -> clause.occur() == SHOULD)
                                && words.getMinimumNumberShouldMatch() == clauses.size()));
    }

    private static List<Query> queries(BooleanQuery query) {
        return query.clauses().stream().map(BooleanClause::query).toList();
    }

    private boolean isFrequent(Query query) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> isFrequent(boosted.getQuery());
            case TermQuery word -> isFrequent(word.getTerm());
            case DisjunctionMaxQuery any -> isAnyFrequent(any.getDisjuncts());
            case BooleanQuery words -> wantsAll(words) && areAllFrequent(queries(words));
            default -> false;
        };
    }

    private boolean areAllFrequent(List<Query> queries) throws IOException {
        for (var query : queries) {
            if (!isFrequent(query)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAnyFrequent(Collection<Query> queries) throws IOException {
        for (var query : queries) {
            if (isFrequent(query)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrequent(Term term) throws IOException {
        var known = frequent.get(term);
        if (known == null) {
            known = reader.docFreq(term) > reader.maxDoc() / ONE_IN;
            frequent.put(term, known);
        }
        return known;
    }

    private FixedBitSet having(Term term) {
        var having = new FixedBitSet(reader.maxDoc());
        for (var leaf : reader.leaves()) {
            var docs = columns.still(leaf.reader()).having(leaf.reader(), term);
            FixedBitSet.orRange(docs, 0, having, leaf.docBase, docs.length());
        }
        return having;
    }

    private FixedBitSet read(Query query) throws IOException {
        var docs = new FixedBitSet(reader.maxDoc());
        var rewritten = searcher.rewrite(new ConstantScoreQuery(query));
        var weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : reader.leaves()) {
            var scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                scorer.score(new Gathering(docs, leaf.docBase), null, 0, DocIdSetIterator.NO_MORE_DOCS);
            }
        }
        return docs;
    }

    private record Gathering(FixedBitSet docs, int docBase) implements LeafCollector {

        @Override
        public void setScorer(Scorable scorer) {
            // what counts is that it was found
        }

        @Override
        public void collect(int doc) {
            docs.set(docBase + doc);
        }

        @Override
        public void collectRange(int from, int to) {
            docs.set(docBase + from, docBase + to);
        }
    }
}
