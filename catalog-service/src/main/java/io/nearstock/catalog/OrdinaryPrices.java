package io.nearstock.catalog;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What one unit of a product costs everybody in some currency, as a quote without promotions says it. */
@Component
public class OrdinaryPrices {

    private final PriceLists lists;
    private final CatalogSettings settings;
    private final Clock clock;

    OrdinaryPrices(PriceLists lists, CatalogSettings settings, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    /** By product id; what has no price in the currency is left out. */
    public Map<String, Money> in(String currency, Collection<Product> products) {
        var amounts = listed(currency, products);
        var prices = new HashMap<String, Money>();
        for (var product : products) {
            var own = product.details().price();
            var amount = amounts.get(product.sku());
            if (amount != null) {
                prices.put(product.id(), new Money(amount, currency));
            } else if (own.currency().equals(currency)) {
                prices.put(product.id(), own);
            }
        }
        return prices;
    }

    /** By SKU, what the first list that prices a unit says. */
    private Map<String, Long> listed(String currency, Collection<Product> products) {
        var asked = lists.running(clock.instant()).stream()
                .filter(list -> list.isFor(Set.of()))
                .filter(list -> list.currencyOr(settings.currency()).equals(currency))
                .map(PriceList::id)
                .toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        var skus = products.stream().map(Product::sku).collect(Collectors.toSet());
        var said = lists.prices(asked, skus).stream().collect(toMap(ListPrice::id, Function.identity()));
        var amounts = new HashMap<String, Long>();
        for (var sku : skus) {
            asked.stream()
                    .flatMap(list -> unit(said, list + "/" + sku).stream())
                    .findFirst()
                    .ifPresent(amount -> amounts.put(sku, amount));
        }
        return amounts;
    }

    private static List<Long> unit(Map<String, ListPrice> said, String id) {
        var price = said.get(id);
        return price == null ? List.of() : price.amount(1).stream().toList();
    }
}
