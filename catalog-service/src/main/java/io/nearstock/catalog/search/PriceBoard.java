package io.nearstock.catalog.search;

import io.nearstock.catalog.CatalogSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What price lists say of a single unit for everybody, for each currency that a list is in: columns in memory beside the
 * index, so that a list that begins, ends or changes never touches the index.
 */
@Component
final class PriceBoard {

    private final StockBoard skus;
    private final String catalogues;
    private final Map<String, PricesInCurrency> prices = new ConcurrentHashMap<>();

    PriceBoard(StockBoard skus, CatalogSettings settings) {
        this.skus = skus;
        this.catalogues = settings.currency();
    }

    /** As of now; it does not change. */
    PricesInCurrency in(String currency) {
        var known = prices.get(currency);
        return known == null ? without(currency) : known;
    }

    /** By SKU; 0 for what no list prices any more. */
    void tell(String currency, Map<String, Long> amounts) {
        var numbered = new HashMap<Integer, Long>();
        amounts.forEach((sku, amount) -> numbered.put(skus.of(sku).number(), amount));
        prices.compute(currency, (_, known) -> (known == null ? without(currency) : known).with(numbered));
    }

    private PricesInCurrency without(String currency) {
        return PricesInCurrency.without(currency, currency.equals(catalogues));
    }
}
