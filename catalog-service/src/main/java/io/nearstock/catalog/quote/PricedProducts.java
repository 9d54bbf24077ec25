package io.nearstock.catalog.quote;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prices products for one basket: nothing but look-ups, so the same basket and lists give the same prices. */
final class PricedProducts {

    private PricedProducts() {}

    /**
     * All lines of a product count together, so how a basket is divided into lines does not matter. What has no price in the
     * currency is left out.
     *
     * @param lists in that currency, in the order in which they are asked; the first that prices a product decides
     */
    static Map<String, Product> of(
            Map<String, Product> soldBySku,
            List<Wanted> basket,
            String currency,
            List<PriceList> lists,
            List<ListPrice> prices) {
        var byId = prices.stream().collect(toMap(ListPrice::id, Function.identity()));
        var units = basket.stream().collect(groupingBy(Wanted::sku, summingLong(Wanted::quantity)));
        return soldBySku.values().stream()
                .map(product -> amount(product.sku(), units.getOrDefault(product.sku(), 0L), lists, byId)
                        .map(amount -> product.at(new Money(amount, currency)))
                        .orElse(product))
                .filter(product -> product.details().price().currency().equals(currency))
                .collect(toMap(Product::sku, Function.identity()));
    }

    private static Optional<Long> amount(String sku, long units, List<PriceList> lists, Map<String, ListPrice> byId) {
        return lists.stream()
                .map(list -> Optional.ofNullable(byId.get(list.id() + "/" + sku)))
                .flatMap(Optional::stream)
                .map(price -> price.amount(units))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
