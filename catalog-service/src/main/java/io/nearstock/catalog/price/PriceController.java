package io.nearstock.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceHistory.Past;
import io.nearstock.catalog.PriceHistory.Reduced;
import io.nearstock.catalog.Products;
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
    private final Clock clock;

    PriceController(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    @GetMapping("/api/products/{id}/prices")
    PricesView prices(@PathVariable String id) {
        var product = products.sold(id);
        var reduced = product.reduced(clock.instant());
        var history = product.prices();
        return new PricesView(
                id,
                product.details().price(),
                history == null ? null : history.current().from(),
                reduced.map(Reduced::before).orElse(null),
                reduced.map(Reduced::lowest).orElse(null),
                history == null ? List.of() : history.prices());
    }
}
