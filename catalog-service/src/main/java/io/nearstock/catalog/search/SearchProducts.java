package io.nearstock.catalog.search;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.search.AskedFor.Asked;
import io.nearstock.catalog.search.IndexStates.Snapshot;
import io.nearstock.catalog.search.meaning.Meanings;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnmetRequestException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products. The pages of a search show one state of the index for as long as this instance keeps it. */
@Component
final class SearchProducts {

    private static final String MEANT = "m";

    /** From so many on counting takes longer than to wake another core. */
    private static final int MANY = 20_000;

    private final ProductIndex index;
    private final StockBoard stock;
    private final PriceBoard prices;
    private final Columns columns;
    private final AskedFor asked;
    private final Shelf shelf;
    private final PopularitySettings popularity;
    private final Clock clock;

    SearchProducts(
            ProductIndex index,
            StockBoard stock,
            PriceBoard prices,
            Columns columns,
            Language language,
            Meanings meanings,
            PromiseSettings promise,
            PopularitySettings popularity,
            Clock clock) {
        this.index = index;
        this.stock = stock;
        this.prices = prices;
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
        var matches = new Matches(searcher, columns);
        var asked = asked(matches, request, parts == null || parts.get(4).equals(MEANT));
        var state = columns.of(searcher.getIndexReader());
        var prices = prices(request);
        var found = SearchFilters.of(request, asked.query(), stock(request), prices, now)
                .in(state, new Matches(searcher, columns));
        var counting = counting(state, found, prices);
        var order = request.effectiveOrder();
        var families = state.hasFamilies()
                ? OnePerFamily.of(
                        state, found.all(), keys(searcher, request, prices, asked.query(), now), new IdPlaces(searcher))
                : OnePerFamily.NOBODY;
        var ids = new IdPlaces(searcher);
        var hits = BestHits.of(
                state,
                families.shown(found.all()),
                keys(searcher, request, prices, asked.query(), now),
                ids,
                parts == null ? null : after(order, parts),
                page.limit() + 1);
        var onPage = hits.subList(0, Math.min(hits.size(), page.limit()));
        var next = hits.size() > page.limit()
                ? cursor(order, identity, snapshot.name(), now, onPage.getLast(), ids, asked.meant())
                : null;
        var items = shelf.items(searcher, families, onPage, prices, request.vicinity());
        var counted = counting.result();
        return new SearchResult(items, counted.facets(), counted.total(), next);
    }

    /** What many products answer is counted while the first of them are looked for: neither needs the other. */
    private static Meanwhile<CountFacets.Counted> counting(
            IndexColumns state, Found found, @Nullable PricesInCurrency prices) {
        Callable<CountFacets.Counted> count = () -> new CountFacets(state, found, prices).count();
        return found.base().cardinality() < MANY ? Meanwhile.later(count) : Meanwhile.begin(count);
    }

    private SortKeys keys(
            IndexSearcher searcher, SearchRequest request, @Nullable PricesInCurrency prices, Query asked, Instant now)
            throws IOException {
        var order = request.effectiveOrder();
        var vicinity = request.vicinity();
        return switch (order) {
            case RELEVANCE -> new WordScores(searcher, asked, new Prior(wellSold(now)));
            case DISTANCE -> new HubDistance(stock.near(Objects.requireNonNull(vicinity)));
            case CHEAPEST, DEAREST -> prices == null ? order.column() : prices.order(order == SortOrder.DEAREST);
            case NEWEST, BEST_RATED, POPULAR -> order.column();
        };
    }

    private long wellSold(Instant now) {
        return Popularity.rank(Prior.WELL_SOLD, now, popularity.halfLife());
    }

    private Asked asked(Matches matches, SearchRequest request, boolean mayMean) throws IOException {
        return request.words() == null
                ? new Asked(MatchAllDocsQuery.INSTANCE, false)
                : asked.of(matches, request.words(), mayMean);
    }

    /** The same for all of a page; what is on offer is known only of the products' own. */
    private @Nullable PricesInCurrency prices(SearchRequest request) {
        var asked = request.currency() == null ? null : prices.in(request.currency());
        if (asked != null && request.onOffer() && !asked.areCatalogues()) {
            throw new UnmetRequestException(
                    BAD_REQUEST,
                    "invalid_parameter",
                    "onOffer",
                    "This is not known of prices in " + request.currency() + ".");
        }
        return asked;
    }

    private @Nullable FixedBitSet stock(SearchRequest request) {
        var vicinity = request.radiusKm() == null ? null : request.vicinity();
        return request.wantsStock() ? stock.inStock(vicinity) : null;
    }

    private static String cursor(
            SortOrder order, String identity, String snapshot, Instant now, Hit last, IdPlaces ids, boolean meant) {
        var id = last.id(ids).utf8ToString();
        return Cursor.of(
                        identity,
                        snapshot,
                        order.text(last.key()),
                        id,
                        meant ? MEANT : "",
                        Long.toString(now.toEpochMilli()))
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

    private static Hit after(SortOrder order, List<String> parts) {
        try {
            return Hit.at(order.key(parts.get(2)), parts.get(3));
        } catch (NumberFormatException _) {
            throw Cursor.malformed();
        }
    }
}
