package io.nearstock.catalog.assortment;

import io.nearstock.catalog.OrdinaryPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.ProductView.Choice;
import io.nearstock.catalog.Variants;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.IfMatch;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A product's own page. Where it names variants, or prices of lists, the page changes with them while the product stays the
 * same, so its entity tag tells of both: the version, and below it 32 bits that stand for them.
 */
@Component
final class ShowProducts {

    private static final int MOST = 100;
    private static final int BITS = 32;

    record Page(ProductView view, String etag) {}

    private final Variants variants;
    private final OrdinaryPrices prices;
    private final Clock clock;

    ShowProducts(Variants variants, OrdinaryPrices prices, Clock clock) {
        this.variants = variants;
        this.prices = prices;
        this.clock = clock;
    }

    Page page(Product product) {
        var choices = variants(product).stream().map(Choice::of).toList();
        var tag = choices.isEmpty() ? product.version() : tag(product, choices);
        return new Page(ProductView.of(product, choices, clock.instant()), Etags.of(tag));
    }

    /** With what it and its variants cost everybody in this currency. */
    Page page(Product product, String currency) {
        var family = variants(product);
        var costs = prices.in(
                currency, Stream.concat(Stream.of(product), family.stream()).toList());
        var own = costs.apply(product);
        var choices = family.stream()
                .map(variant -> Choice.of(variant, costs.apply(variant)))
                .toList();
        var view = ProductView.of(product, own, choices, clock.instant());
        return new Page(view, Etags.of(tag(product, List.of(currency, own, choices))));
    }

    ProductView view(Product product) {
        return ProductView.of(product, clock.instant());
    }

    /** The product's version in a tag of its page; the version alone says as much. */
    static long version(IfMatch seen) {
        return seen.version() >>> BITS > 0 ? seen.version() >> BITS : seen.version();
    }

    private static long tag(Product product, List<?> shown) {
        var those = shown.toString().hashCode(); // the same in every instance
        return product.version() << BITS | Integer.toUnsignedLong(those);
    }

    private List<Product> variants(Product product) {
        return product.variantOf() == null ? variants.soldOf(product.id(), "", MOST) : List.of();
    }
}
