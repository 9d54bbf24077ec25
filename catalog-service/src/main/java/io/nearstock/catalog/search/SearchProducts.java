package io.nearstock.catalog.search;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;

import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.search.AskedFor.Asked;
import io.nearstock.catalog.search.IndexStates.Snapshot;
import io.nearstock.catalog.search.meaning.Meanings;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.PageRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products. The pages of a search show one state of the index for as long as this instance keeps it. */
@Component
final class SearchProducts {

    private static final String MEANT = "m";

    private final ProductIndex index;
    private final StockBoard stock;
    private final Columns columns;
    private final AskedFor asked;
    private final Shelf shelf;
    private final PopularitySettings popularity;
    private final Clock clock;

    SearchProducts(
            ProductIndex index,
            StockBoard stock,
            Columns columns,
            Language language,
            Meanings meanings,
            PromiseSettings promise,
            PopularitySettings popularity,
            Clock clock) {
        this.index = index;
        this.stock = stock;
        this.columns = columns;
        this.asked = new AskedFor(language, meanings);
        this.shelf = new Shelf(index, stock, promise, clock);
        this.popularity = popularity;
        this.clock = clock;
    }

    SearchResult search(SearchRequest request, PageRequest page) {
        var identity = Integer.toHexString(request.toString().hashCode()); // the same in every instance
        var parts = page.cursor().map(cursor -> cursor.parts(6)).orElse(null);
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
        var now = parts == null ? clock.instant().truncatedTo(MILLIS) : begun(parts);
        var asked = asked(searcher, request, parts == null || parts.get(4).equals(MEANT));
        var state = columns.of(searcher.getIndexReader());
        var found =
                SearchFilters.of(request, asked.query(), stock(request), now).in(searcher, state);
        var order = request.effectiveOrder();
        var counted = new CountFacets(state, found).count();
        var wellSold = order == SortOrder.RELEVANCE ? wellSold(now) : null;
        var members = ranked(order, asked.query(), state.members(found.all()));
        var families =
                state.hasFamilies() ? OnePerFamily.of(searcher, members, sort(request), wellSold) : OnePerFamily.NOBODY;
        var after = parts == null ? null : after(order, parts, searcher);
        var shown = ranked(order, asked.query(), families.shown(found.all()));
        var hits = best(searcher, shown, request, wellSold, after, page.limit() + 1);
        var onPage = List.of(hits).subList(0, Math.min(hits.length, page.limit()));
        var next = hits.length > page.limit()
                ? cursor(order, identity, snapshot.name(), now, (FieldDoc) onPage.getLast(), asked.meant())
                : null;
        return new SearchResult(
                shelf.items(searcher, families, onPage, request.vicinity()), counted.facets(), counted.total(), next);
    }

    /** Words are asked again only where they say what comes first. */
    static Query ranked(SortOrder order, Query asked, FixedBitSet found) {
        return order == SortOrder.RELEVANCE
                ? new BooleanQuery.Builder()
                        .add(asked, MUST)
                        .add(new DocSet(found), FILTER)
                        .build()
                : new DocSet(found);
    }

    private ScoreDoc[] best(
            IndexSearcher searcher,
            Query found,
            SearchRequest request,
            @Nullable Long wellSold,
            @Nullable FieldDoc after,
            int limit)
            throws IOException {
        return wellSold == null
                ? searcher.searchAfter(after, found, limit, sort(request)).scoreDocs
                : searcher.search(found, RatedHits.best(sort(request), limit, after, wellSold)).scoreDocs;
    }

    private Long wellSold(Instant now) {
        return Popularity.rank(RatedHits.WELL_SOLD, now, popularity.halfLife());
    }

    private Asked asked(IndexSearcher searcher, SearchRequest request, boolean mayMean) throws IOException {
        return request.words() == null
                ? new Asked(MatchAllDocsQuery.INSTANCE, false)
                : asked.of(searcher, request.words(), mayMean);
    }

    private @Nullable FixedBitSet stock(SearchRequest request) {
        var vicinity = request.radiusKm() == null ? null : request.vicinity();
        return request.wantsStock() ? stock.inStock(vicinity) : null;
    }

    private Sort sort(SearchRequest request) {
        var vicinity = request.vicinity();
        return request.effectiveOrder()
                .sort(
                        vicinity == null
                                ? SortField.FIELD_SCORE
                                : new HubDistance(columns, stock.near(vicinity)).getSortField(false));
    }

    private static String cursor(
            SortOrder order, String identity, String snapshot, Instant now, FieldDoc last, boolean meant) {
        var id = ((BytesRef) last.fields[1]).utf8ToString();
        return Cursor.of(identity, snapshot, order.key(last), id, meant ? MEANT : "", Long.toString(now.toEpochMilli()))
                .toString();
    }

    /** When the first page was shown; the next ones are ranked as of then. */
    private static Instant begun(List<String> parts) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(parts.get(5)));
        } catch (NumberFormatException _) {
            throw Cursor.malformed();
        }
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
}
