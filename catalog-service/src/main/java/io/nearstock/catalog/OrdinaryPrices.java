package io.nearstock.catalog;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one unit of products costs everybody in some currency, as a quote without promotions says it, and has cost. */
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

    /** Of these products; where no currency is named, what they say themselves. */
    public Function<Product, OrdinaryPrice> in(@Nullable String currency, Collection<Product> products) {
        if (currency == null) {
            return OrdinaryPrice::own;
        }
        var now = clock.instant();
        var listed = listed(currency, products, now);
        return product -> listed.of(product, now);
    }

    private ListedPrices listed(String currency, Collection<Product> products, Instant now) {
        var asked = lists(currency, now);
        var ids = asked.stream().map(PriceList::id).toList();
        var skus = products.stream().map(Product::sku).collect(Collectors.toSet());
        var said = ids.isEmpty() ? List.<ListPrice>of() : lists.prices(ids, skus);
        return new ListedPrices(currency, asked, said.stream().collect(toMap(ListPrice::id, Function.identity())));
    }

    private List<PriceList> lists(String currency, Instant now) {
        return lists.begun().stream()
                .filter(list -> list.isFor(Set.of()))
                .filter(list -> list.currencyOr(settings.currency()).equals(currency))
                .filter(list -> ListedPrices.isRecent(list, now))
                .toList();
    }
}
