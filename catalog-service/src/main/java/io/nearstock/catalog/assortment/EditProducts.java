package io.nearstock.catalog.assortment;

import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;
import static io.nearstock.catalog.ProductStatus.DRAFT;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition;
import io.nearstock.catalog.Transition.Contradiction;
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

        record WrongStatus(String detail) implements Outcome {}

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

    /** Offers a product, or keeps a draft of it; a retry with the same id finds it there. */
    Outcome offer(String id, ProductDraft draft, String actor) {
        if (!priced(draft)) {
            return new Outcome.WrongCurrency(settings.currency());
        }
        if (target(draft, ACTIVE) == DISCONTINUED) {
            return new Outcome.WrongStatus("A new product is a draft or active.");
        }
        var offered = offered(id, draft, Edit.by(actor, clock.instant()));
        if (products.add(offered)) {
            return new Outcome.Done(offered.product());
        }
        return products.find(id).<Outcome>map(Outcome.Done::new).orElseGet(() -> new Outcome.SkuTaken(draft.sku()));
    }

    private static Progress offered(String id, ProductDraft draft, Edit edit) {
        return target(draft, ACTIVE) == DRAFT
                ? Product.draft(id, draft.sku(), draft.details(), edit)
                : Product.offer(id, draft.sku(), draft.details(), edit);
    }

    Outcome replace(Product product, long seen, ProductDraft draft, String actor) {
        if (product.version() != seen) {
            return new Outcome.Stale();
        }
        if (!product.sku().equals(draft.sku())) {
            return new Outcome.SkuDiffers(product.sku());
        }
        var target = target(draft, product.status());
        return priced(draft)
                ? store(product.become(draft.details(), target, Edit.by(actor, clock.instant())))
                : new Outcome.WrongCurrency(settings.currency());
    }

    Outcome discontinue(Product product, long seen, String actor) {
        return product.version() == seen
                ? store(product.discontinue(Edit.by(actor, clock.instant())))
                : new Outcome.Stale();
    }

    private Outcome store(Transition transition) {
        return switch (transition) {
            case Progress progress when !products.save(progress) -> new Outcome.Stale();
            case Progress(var product, var _) -> new Outcome.Done(product);
            case Repetition(var product) -> new Outcome.Done(product);
            case Contradiction _ -> new Outcome.WrongStatus("What was once sold is not a draft again.");
        };
    }

    private static ProductStatus target(ProductDraft draft, ProductStatus otherwise) {
        return draft.status() == null ? otherwise : ProductStatus.named(draft.status());
    }

    private boolean priced(ProductDraft draft) {
        return draft.price().currency().equals(settings.currency());
    }
}
