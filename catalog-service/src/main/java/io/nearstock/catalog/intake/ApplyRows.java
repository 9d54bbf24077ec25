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
import io.nearstock.chassis.web.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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
    Applied apply(Collection<Row.Legible> rows, Edit edit) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            var progress = decide(rows, edit);
            if (products.storeAll(progress)) {
                var created = progress.stream()
                        .filter(made -> made.product().version() == 1)
                        .count();
                return new Applied(created, progress.size() - created, rows.size() - progress.size());
            }
        }
        throw new IllegalStateException("products change faster than they can be imported");
    }

    /** Products before variants, which may be of one that is new. */
    private List<Progress> decide(Collection<Row.Legible> rows, Edit edit) {
        var skus = rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.draft().sku()), Stream.ofNullable(row.variantOf())))
                .toList();
        var known = products.ofSkus(skus).stream().collect(toMap(Product::sku, Function.identity()));
        var progress = new ArrayList<Progress>();
        Stream.of(false, true)
                .forEach(variants -> rows.stream()
                        .filter(row -> variants == (row.variantOf() != null))
                        .forEach(row -> {
                            if (decide(row, known, edit) instanceof Progress made) {
                                progress.add(made);
                                known.put(made.product().sku(), made.product());
                            }
                        }));
        return progress;
    }

    private static Transition decide(Row.Legible row, Map<String, Product> known, Edit edit) {
        var draft = row.draft();
        var product = known.get(draft.sku());
        var transition = product == null ? offered(row, known, edit) : described(product, draft, edit);
        if (transition instanceof Contradiction) {
            throw new IllegalStateException("a row makes a draft of " + draft.sku());
        }
        return transition;
    }

    private static Progress offered(Row.Legible row, Map<String, Product> known, Edit edit) {
        var draft = row.draft();
        var variantOf = row.variantOf() == null
                ? null
                : Objects.requireNonNull(known.get(row.variantOf())).id();
        return Product.begin(Ids.next("prd"), draft.sku(), variantOf, draft.details(), ProductStatus.ACTIVE, edit);
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
