package io.nearstock.catalog;

import io.nearstock.catalog.PriceHistory.Reduced;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product costs everybody in a currency, and has cost.
 *
 * @param price null where it has none
 * @param prices null where there was never one, or none is known but that of now
 */
public record OrdinaryPrice(@Nullable Money price, @Nullable PriceHistory prices) {

    /** That of the product itself, in its own currency. */
    public static OrdinaryPrice own(Product product) {
        return new OrdinaryPrice(product.details().price(), product.prices());
    }

    /** What a price that may be called reduced is reduced from. */
    public Optional<Reduced> reduced(Instant now) {
        return price == null || prices == null ? Optional.empty() : prices.reduced(now);
    }
}
