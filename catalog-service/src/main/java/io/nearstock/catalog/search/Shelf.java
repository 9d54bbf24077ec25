package io.nearstock.catalog.search;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Shows what was found as it is now: at today's price, and where there is some. */
record Shelf(ProductIndex index, StockBoard stock, PromiseSettings promise, Clock clock) {

    List<SearchItem> items(
            IndexSearcher searcher,
            OnePerFamily families,
            List<Hit> hits,
            @Nullable PricesInCurrency prices,
            @Nullable Vicinity vicinity)
            throws IOException {
        var items = new ArrayList<SearchItem>();
        var now = clock.instant();
        for (var hit : hits) {
            var found = index.item(searcher, hit.doc(), now).standingFor(families.found(searcher, hit.doc()));
            var item = prices == null
                    ? found
                    : prices.show(found, stock.of(found.sku()).number());
            items.add(vicinity == null ? item : item.with(nearest(item.sku(), vicinity)));
        }
        return items;
    }

    private @Nullable NearestHub nearest(String sku, Vicinity vicinity) {
        return stock.nearest(stock.of(sku), vicinity)
                .map(hub -> new NearestHub(
                        hub.hubId(),
                        hub.name(),
                        Math.round(hub.kilometres() * 10) / 10.0,
                        hub.available(),
                        promise.date(hub.kilometres(), clock.instant())))
                .orElse(null);
    }
}
