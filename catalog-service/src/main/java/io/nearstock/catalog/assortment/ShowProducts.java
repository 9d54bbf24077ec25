package io.nearstock.catalog.assortment;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.ProductView.Choice;
import io.nearstock.catalog.Variants;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.IfMatch;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A product's own page. Where it names variants, the page changes with them while the product stays the same, so its
 * entity tag tells of both: the version, and below it 32 bits that stand for the variants.
 */
@Component
final class ShowProducts {

    private static final int MOST = 100;
    private static final int BITS = 32;

    record Page(ProductView view, String etag) {}

    private final Variants variants;
    private final Clock clock;

    ShowProducts(Variants variants, Clock clock) {
        this.variants = variants;
        this.clock = clock;
    }

    Page page(Product product) {
        var choices = choices(product);
        return new Page(ProductView.of(product, choices, clock.instant()), Etags.of(tag(product, choices)));
    }

    ProductView view(Product product) {
        return ProductView.of(product, clock.instant());
    }

    /** The product's version in a tag of its page; the version alone says as much. */
    static long version(IfMatch seen) {
        return seen.version() >>> BITS > 0 ? seen.version() >> BITS : seen.version();
    }

    private static long tag(Product product, List<Choice> choices) {
        var those = choices.toString().hashCode(); // the same in every instance
        return choices.isEmpty() ? product.version() : product.version() << BITS | Integer.toUnsignedLong(those);
    }

    private List<Choice> choices(Product product) {
        return product.variantOf() == null
                ? variants.soldOf(product.id(), "", MOST).stream()
                        .map(Choice::of)
                        .toList()
                : List.of();
    }
}
