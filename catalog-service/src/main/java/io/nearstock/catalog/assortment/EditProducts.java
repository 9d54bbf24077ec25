package io.nearstock.catalog.assortment;

import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;

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
import io.nearstock.catalog.Variants;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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

        record NoVariant() implements Outcome {}

        record NoOptions() implements Outcome {}

        record VariantOfVariant() implements Outcome {}

        record CombinationTaken() implements Outcome {}

        record ProductDiscontinued() implements Outcome {}

        record HasVariants() implements Outcome {}
    }

    private final Products products;
    private final Variants variants;
    private final CatalogSettings settings;
    private final Clock clock;

    EditProducts(Products products, Variants variants, CatalogSettings settings, Clock clock) {
        this.products = products;
        this.variants = variants;
        this.settings = settings;
        this.clock = clock;
    }

    /** Offers a product, or keeps a draft of it; a retry with the same id finds it there. */
    Outcome offer(String id, ProductDraft draft, String actor) {
        return offer(id, null, draft, actor);
    }

    /** The same, as a variant of a product. */
    Outcome offerVariant(String id, Product product, ProductDraft draft, String actor) {
        if (product.variantOf() != null) {
            return new Outcome.VariantOfVariant();
        }
        return product.status() == DISCONTINUED
                ? new Outcome.ProductDiscontinued()
                : offer(id, product.id(), draft, actor);
    }

    private Outcome offer(String id, @Nullable String variantOf, ProductDraft draft, String actor) {
        var refused = refused(variantOf, draft);
        if (refused != null) {
            return refused;
        }
        var target = target(draft, ACTIVE);
        if (target == DISCONTINUED) {
            return new Outcome.WrongStatus("A new product is a draft or active.");
        }
        var edit = Edit.by(actor, clock.instant());
        var offered = Product.begin(id, draft.sku(), variantOf, draft.details(), target, edit);
        return products.add(offered)
                ? new Outcome.Done(offered.product())
                : products.find(id).<Outcome>map(Outcome.Done::new).orElseGet(() -> taken(offered.product()));
    }

    private Outcome taken(Product refused) {
        return variants.isTaken(refused) ? new Outcome.CombinationTaken() : new Outcome.SkuTaken(refused.sku());
    }

    private @Nullable Outcome refused(@Nullable String variantOf, ProductDraft draft) {
        if (!draft.price().currency().equals(settings.currency())) {
            return new Outcome.WrongCurrency(settings.currency());
        }
        var hasOptions = draft.options() != null && !draft.options().isEmpty();
        if (variantOf == null) {
            return hasOptions ? new Outcome.NoVariant() : null;
        }
        return hasOptions ? null : new Outcome.NoOptions();
    }

    Outcome replace(Product product, long seen, ProductDraft draft, String actor) {
        if (product.version() != seen) {
            return new Outcome.Stale();
        }
        if (!product.sku().equals(draft.sku())) {
            return new Outcome.SkuDiffers(product.sku());
        }
        var refused = refused(product.variantOf(), draft);
        var target = target(draft, product.status());
        return refused == null
                ? store(product, product.become(draft.details(), target, Edit.by(actor, clock.instant())))
                : refused;
    }

    Outcome discontinue(Product product, long seen, String actor) {
        return product.version() == seen
                ? store(product, product.discontinue(Edit.by(actor, clock.instant())))
                : new Outcome.Stale();
    }

    private Outcome store(Product before, Transition transition) {
        return switch (transition) {
            case Progress(var next, var _)
            when next.status() != before.status() && contradicts(next) ->
                next.variantOf() == null ? new Outcome.HasVariants() : new Outcome.ProductDiscontinued();
            case Progress(var next, var _) when variants.isTaken(next) -> new Outcome.CombinationTaken();
            case Progress progress when !products.save(progress) -> new Outcome.Stale();
            case Progress(var product, var _) -> new Outcome.Done(product);
            case Repetition(var product) -> new Outcome.Done(product);
            case Contradiction _ -> new Outcome.WrongStatus("What was once sold is not a draft again.");
        };
    }

    /** A product that is not sold any more has no variants that are. */
    private boolean contradicts(Product next) {
        return switch (next.status()) {
            case DRAFT -> false;
            case ACTIVE ->
                next.variantOf() != null && products.of(next.variantOf()).status() == DISCONTINUED;
            case DISCONTINUED ->
                next.variantOf() == null && !variants.soldOf(next.id(), "", 1).isEmpty();
        };
    }

    private static ProductStatus target(ProductDraft draft, ProductStatus otherwise) {
        return draft.status() == null ? otherwise : ProductStatus.named(draft.status());
    }
}
