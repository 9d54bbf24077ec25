package io.nearstock.catalog.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Variants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the rows that would break what holds of products and their variants; what they say is good by itself. */
@Component
final class CheckVariants {

    /** Only asked what would become of it. */
    private static final Edit NOBODY = Edit.by("", Instant.EPOCH);

    private final Products products;
    private final Variants variants;

    CheckVariants(Products products, Variants variants) {
        this.products = products;
        this.variants = variants;
    }

    /** Takes them out. */
    List<RowError> removeWrong(Map<Long, ProductDraft> good) {
        var known = products
                .ofSkus(good.values().stream().map(ProductDraft::sku).toList())
                .stream()
                .collect(toMap(Product::sku, identity()));
        var combinations = new HashSet<String>();
        var errors = new ArrayList<RowError>();
        good.entrySet().removeIf(row -> {
            var draft = row.getValue();
            var error = error(row.getKey(), draft, known.get(draft.sku()), combinations);
            if (error != null) {
                errors.add(error);
            }
            return error != null;
        });
        return errors;
    }

    private @Nullable RowError error(long row, ProductDraft draft, @Nullable Product known, Set<String> combinations) {
        if (known == null || known.variantOf() == null) {
            var hasOptions = draft.options() != null && !draft.options().isEmpty();
            return hasOptions ? new RowError(row, draft.sku(), "options", "no_variant", "This is no variant.") : null;
        }
        var next = ApplyRows.described(known, draft, NOBODY).product();
        if (next.status() != known.status() && products.of(known.variantOf()).status() == ProductStatus.DISCONTINUED) {
            var detail = "The product whose variant this is, is discontinued.";
            return new RowError(row, draft.sku(), "sku", "product_discontinued", detail);
        }
        var combination = next.combination();
        var taken = combination != null
                && (!combinations.add(combination)
                        || (!combination.equals(known.combination()) && variants.isTaken(next)));
        var detail = "Another variant of the product has these options.";
        return taken ? new RowError(row, draft.sku(), "options", "combination_taken", detail) : null;
    }
}
