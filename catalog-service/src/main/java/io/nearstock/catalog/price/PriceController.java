package io.nearstock.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.AskedCurrency;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.OrdinaryPrices;
import io.nearstock.catalog.PriceHistory.Past;
import io.nearstock.catalog.PriceHistory.Reduced;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody what a product costs and has cost. */
@RestController
final class PriceController {

    /**
     * Where the price is called reduced it says from what, and what the lowest was in the 30 days before.
     *
     * @param price left out where a currency is asked for in which it has none, and {@code since}, too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PricesView(
            String productId,
            @Nullable Money price,
            @Nullable Instant since,
            @Nullable Money listPrice,
            @Nullable Money lowestPrice30d,
            List<Past> history) {}

    private final Products products;
    private final OrdinaryPrices prices;
    private final Clock clock;

    PriceController(Products products, OrdinaryPrices prices, Clock clock) {
        this.products = products;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * What one unit costs everybody, and has cost in the last 60 days.
     *
     * @param currency of prices by lists, and of the product's own where that is in it; without it the product's own
     */
    @GetMapping("/api/products/{id}/prices")
    PricesView prices(@PathVariable String id, @RequestParam(required = false) @Nullable String currency) {
        var asked = AskedCurrency.of(currency);
        var product = products.sold(id);
        var costs = prices.in(asked, List.of(product)).apply(product);
        var reduced = costs.reduced(clock.instant());
        var history = costs.prices();
        return new PricesView(
                id,
                costs.price(),
                history == null || costs.price() == null
                        ? null
                        : history.current().from(),
                reduced.map(Reduced::before).orElse(null),
                reduced.map(Reduced::lowest).orElse(null),
                history == null ? List.of() : history.prices());
    }
}
