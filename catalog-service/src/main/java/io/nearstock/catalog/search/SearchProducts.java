package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;

import io.nearstock.catalog.search.ProductIndex.Snapshot;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.PageRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products. The pages of a search show one state of the index for as long as this instance keeps it. */
@Component
final class SearchProducts {

    private final ProductIndex index;
    private final StockBoard stock;
    private final Analyzer analyzer = ProductDocuments.analyzer();

    SearchProducts(ProductIndex index, StockBoard stock) {
        this.index = index;
        this.stock = stock;
    }

    SearchResult search(SearchRequest request, PageRequest page) {
        var identity = Integer.toHexString(request.hashCode());
        var parts = page.cursor().map(cursor -> cursor.parts(4)).orElse(null);
        if (parts == null) {
            return index.read((searcher, snapshot) -> found(searcher, snapshot, request, page, identity, null));
        }
        if (!parts.getFirst().equals(identity)) {
            throw Cursor.malformed();
        }
        return index.read(
                parts.get(1), (searcher, snapshot) -> found(searcher, snapshot, request, page, identity, parts));
    }

    private SearchResult found(
            IndexSearcher searcher,
            Snapshot snapshot,
            SearchRequest request,
            PageRequest page,
            String identity,
            @Nullable List<String> parts)
            throws IOException {
        var query = query(request);
        var order = request.effectiveOrder();
        var counts = searcher.search(query, FacetCounts.counting());
        var after = parts == null ? null : after(order, parts, searcher);
        var hits = searcher.searchAfter(after, query, page.limit() + 1, order.sort()).scoreDocs;
        var shown = List.of(hits).subList(0, Math.min(hits.length, page.limit()));
        var next = hits.length > page.limit()
                ? cursor(order, identity, snapshot.name(), (FieldDoc) shown.getLast())
                : null;
        return new SearchResult(items(searcher, shown, request), counts.facets(), counts.total(), next);
    }

    private List<SearchItem> items(IndexSearcher searcher, List<ScoreDoc> hits, SearchRequest request)
            throws IOException {
        var items = new ArrayList<SearchItem>();
        for (var hit : hits) {
            var item = index.item(searcher, hit.doc);
            var vicinity = request.vicinity();
            items.add(
                    vicinity == null
                            ? item
                            : item.with(stock.nearest(item.sku(), vicinity).orElse(null)));
        }
        return items;
    }

    private static String cursor(SortOrder order, String identity, String snapshot, FieldDoc last) {
        var id = ((BytesRef) last.fields[1]).utf8ToString();
        return Cursor.of(identity, snapshot, order.key(last), id).toString();
    }

    private static FieldDoc after(SortOrder order, List<String> parts, IndexSearcher searcher) {
        try {
            return order.after(
                    parts.get(2),
                    parts.get(3),
                    Math.max(0, searcher.getIndexReader().maxDoc() - 1));
        } catch (NumberFormatException _) {
            throw Cursor.malformed();
        }
    }

    private Query query(SearchRequest request) {
        var query = new BooleanQuery.Builder().add(words(request));
        filterAny(query, ProductDocuments.CATEGORY_PATH, request.categories());
        filterAny(
                query,
                ProductDocuments.BRAND_EXACT,
                request.brands().stream()
                        .map(brand -> brand.toLowerCase(Locale.ROOT))
                        .toList());
        request.attributes()
                .forEach((name, values) -> filterAny(
                        query,
                        ProductDocuments.ATTRIBUTE,
                        values.stream()
                                .map(value -> ProductDocuments.attribute(name, value))
                                .toList()));
        if (request.minPrice() != null || request.maxPrice() != null) {
            var from = request.minPrice() == null ? 0 : request.minPrice();
            var to = request.maxPrice() == null ? Long.MAX_VALUE : request.maxPrice();
            query.add(LongPoint.newRangeQuery(ProductDocuments.PRICE, from, to), FILTER);
        }
        if (request.wantsStock()) {
            var vicinity = request.radiusKm() == null ? null : request.vicinity();
            query.add(new InStockQuery(sku -> stock.inStock(sku, vicinity)), FILTER);
        }
        return query.build();
    }

    /** Every word must be there, in whichever field; no sign in it means anything. */
    private BooleanClause words(SearchRequest request) {
        if (request.words() == null) {
            return new BooleanClause(MatchAllDocsQuery.INSTANCE, FILTER);
        }
        var parser = new SimpleQueryParser(analyzer, ProductDocuments.WORDS, SimpleQueryParser.WHITESPACE_OPERATOR);
        parser.setDefaultOperator(MUST);
        return new BooleanClause(parser.parse(request.words()), MUST);
    }

    private static void filterAny(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), FILTER);
        }
    }
}
