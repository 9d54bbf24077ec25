package io.nearstock.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.price.PriceHistory.Past;
import io.nearstock.catalog.price.PriceHistory.Reduced;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody what a product costs and has cost. */
@RestController
final class PriceController {

    /** Where the price is called reduced it says from what, and what the lowest was in the 30 days before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PricesView(
            String productId,
            Money price,
            @Nullable Instant since,
            @Nullable Money listPrice,
            @Nullable Money lowestPrice30d,
            List<Past> history) {}

    private final Products products;
    private final PriceHistories histories;
    private final Clock clock;

    PriceController(Products products, PriceHistories histories, Clock clock) {
        this.products = products;
        this.histories = histories;
        this.clock = clock;
    }

    @GetMapping("/api/products/{id}/prices")
    PricesView prices(@PathVariable String id) {
        var product = products.sold(id);
        return histories
                .find(id)
                .filter(history ->
                        history.current().price().equals(product.details().price()))
                .map(history -> view(product, history))
                .orElseGet(() -> new PricesView(id, product.details().price(), null, null, null, List.of()));
    }

    private PricesView view(Product product, PriceHistory history) {
        var reduced = history.reduced(clock.instant());
        return new PricesView(
                product.id(),
                history.current().price(),
                history.current().from(),
                reduced.map(Reduced::before).orElse(null),
                reduced.map(Reduced::lowest).orElse(null),
                history.prices());
    }
}
