package io.nearstock.catalog.intake;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.PlannedPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives products the prices that an import says, at once or by a plan. */
@Component
final class ApplyPrices {

    private static final int PATIENCE = 10;

    private final Products products;
    private final PlannedPrices planned;

    ApplyPrices(Products products, PlannedPrices planned) {
        this.products = products;
        this.planned = planned;
    }

    /** Whether a price is for now is seen from the upload, so that a job that goes on later decides the same. */
    ApplyRows.Applied apply(Collection<PriceDraft> drafts, Instant uploaded, Edit edit) {
        var byTime = drafts.stream()
                .collect(partitioningBy(draft -> from(draft, uploaded).isAfter(uploaded)));
        var later = planned.plan(Objects.requireNonNull(byTime.get(true)).stream()
                .map(draft -> PlannedPrice.of(draft.sku(), draft.money(), from(draft, uploaded), edit))
                .toList());
        var now = Objects.requireNonNull(byTime.get(false));
        var changed = change(now, uploaded, edit);
        return new ApplyRows.Applied(
                later.created(), later.changed() + changed, later.unchanged() + now.size() - changed);
    }

    /** Each SKU once. Where somebody else changes a product meanwhile, everything is decided anew. */
    private long change(List<PriceDraft> drafts, Instant uploaded, Edit edit) {
        var bySku = drafts.stream().collect(toMap(PriceDraft::sku, Function.identity()));
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            var progress = products.ofSkus(bySku.keySet()).stream()
                    .flatMap(product ->
                            priced(product, Objects.requireNonNull(bySku.get(product.sku())), uploaded, edit))
                    .toList();
            if (products.storeAll(progress)) {
                return progress.size();
            }
        }
        throw new IllegalStateException("products change faster than their prices can be imported");
    }

    private static Stream<Progress> priced(Product product, PriceDraft draft, Instant uploaded, Edit edit) {
        return product.cost(draft.money(), from(draft, uploaded), uploaded, edit) instanceof Progress progress
                ? Stream.of(progress)
                : Stream.empty();
    }

    private static Instant from(PriceDraft draft, Instant uploaded) {
        return draft.from(uploaded).orElseThrow();
    }
}
