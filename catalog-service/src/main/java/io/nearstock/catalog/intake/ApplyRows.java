package io.nearstock.catalog.intake;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition;
import io.nearstock.catalog.Transition.Contradiction;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import io.nearstock.chassis.web.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Offers and describes products as an import says; what is so already stays untouched. */
@Component
final class ApplyRows {

    record Applied(long created, long changed, long unchanged) {}

    private static final int PATIENCE = 10;

    private final Products products;

    ApplyRows(Products products) {
        this.products = products;
    }

    /** Each SKU once. Where somebody else changes a product meanwhile, everything is decided anew. */
    Applied apply(Collection<ProductDraft> drafts, Edit edit) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            var known = products.ofSkus(drafts.stream().map(ProductDraft::sku).toList()).stream()
                    .collect(toMap(Product::sku, Function.identity()));
            var progress = new ArrayList<Progress>();
            long unchanged = 0;
            for (var draft : drafts) {
                var product = known.get(draft.sku());
                switch (product == null ? offered(draft, edit) : described(product, draft, edit)) {
                    case Progress made -> progress.add(made);
                    case Repetition _ -> unchanged++;
                    case Contradiction _ -> throw new IllegalStateException("a row makes a draft of " + draft.sku());
                }
            }
            if (products.storeAll(progress)) {
                var created = progress.stream()
                        .filter(made -> made.product().version() == 1)
                        .count();
                return new Applied(created, progress.size() - created, unchanged);
            }
        }
        throw new IllegalStateException("products change faster than they can be imported");
    }

    private static Progress offered(ProductDraft draft, Edit edit) {
        return Product.offer(Ids.next("prd"), draft.sku(), draft.details(), edit);
    }

    /** A row that does not say that it is sold leaves a draft a draft; one that names no options leaves a variant its own. */
    static Transition described(Product product, ProductDraft draft, Edit edit) {
        var said = draft.details();
        var details = said.options().isEmpty() ? said.choosing(product.details().options()) : said;
        return draft.status() == null
                ? product.describe(details, edit)
                : product.become(details, ProductStatus.ACTIVE, edit);
    }
}
