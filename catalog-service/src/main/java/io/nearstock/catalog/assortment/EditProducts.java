package io.nearstock.catalog.assortment;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What staff do to a single product. A change needs the version that they have seen. */
@Component
final class EditProducts {

    sealed interface Outcome {

        record Done(Product product) implements Outcome {}

        record Stale() implements Outcome {}

        record SkuTaken(String sku) implements Outcome {}

        record SkuDiffers(String sku) implements Outcome {}

        record WrongCurrency(String currency) implements Outcome {}
    }

    private final Products products;
    private final CatalogSettings settings;
    private final Clock clock;

    EditProducts(Products products, CatalogSettings settings, Clock clock) {
        this.products = products;
        this.settings = settings;
        this.clock = clock;
    }

    /** Offers a product; a retry with the same id finds it offered. */
    Outcome offer(String id, ProductDraft draft) {
        if (!priced(draft)) {
            return new Outcome.WrongCurrency(settings.currency());
        }
        var offered = Product.offer(id, draft.sku(), draft.details(), clock.instant());
        if (products.add(offered)) {
            return new Outcome.Done(offered.product());
        }
        return products.find(id).<Outcome>map(Outcome.Done::new).orElseGet(() -> new Outcome.SkuTaken(draft.sku()));
    }

    Outcome replace(Product product, long seen, ProductDraft draft) {
        if (product.version() != seen) {
            return new Outcome.Stale();
        }
        if (!product.sku().equals(draft.sku())) {
            return new Outcome.SkuDiffers(product.sku());
        }
        return priced(draft)
                ? store(product.describe(draft.details(), clock.instant()))
                : new Outcome.WrongCurrency(settings.currency());
    }

    Outcome discontinue(Product product, long seen) {
        return product.version() == seen ? store(product.discontinue(clock.instant())) : new Outcome.Stale();
    }

    private Outcome store(Transition transition) {
        return switch (transition) {
            case Progress progress when !products.save(progress) -> new Outcome.Stale();
            case Progress(var product) -> new Outcome.Done(product);
            case Repetition(var product) -> new Outcome.Done(product);
        };
    }

    private boolean priced(ProductDraft draft) {
        return draft.price().currency().equals(settings.currency());
    }
}
