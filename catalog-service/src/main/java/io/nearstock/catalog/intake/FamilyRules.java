package io.nearstock.catalog.intake;

import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Variants;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of products and their variants, for some rows that are applied together. */
final class FamilyRules {

    /** Only asked what would become of it. */
    private static final Edit NOBODY = Edit.by("", Instant.EPOCH);

    private final Variants variants;
    private final Map<String, Product> bySku;
    private final Map<String, Product> byId;
    private final Set<String> offered;
    private final Set<String> combinations = new HashSet<>();

    /**
     * For these rows.
     *
     * @param known the products that they name or are variants of, by SKU
     * @param offered SKUs that rows before them offer
     */
    FamilyRules(Variants variants, Map<String, Product> known, Set<String> offered) {
        this.variants = variants;
        this.bySku = known;
        this.byId = known.values().stream().collect(toMap(Product::id, product -> product));
        this.offered = new HashSet<>(offered);
    }

    /** A row that is no variant offers this. */
    void offers(String sku) {
        offered.add(sku);
    }

    @Nullable
    RowError error(Row.Legible row) {
        var known = bySku.get(row.draft().sku());
        var hasOptions = row.draft().options() != null && !row.draft().options().isEmpty();
        if (known != null && known.variantOf() != null) {
            return ofVariant(row, known, byId.get(known.variantOf()));
        }
        if (row.variantOf() == null) {
            return hasOptions ? error(row, "options", "no_variant", "This is no variant.") : null;
        }
        if (known != null) {
            return fixed(row);
        }
        return hasOptions
                ? ofNew(row, row.variantOf())
                : error(row, "options", "no_options", "A variant has at least one option.");
    }

    private @Nullable RowError ofVariant(Row.Legible row, Product known, @Nullable Product product) {
        if (product == null || (row.variantOf() != null && !row.variantOf().equals(product.sku()))) {
            return fixed(row);
        }
        var next = ApplyRows.described(known, row.draft(), NOBODY).product();
        return next.status() != known.status() && isGone(product)
                ? gone(row)
                : taken(row, next, !String.valueOf(next.combination()).equals(known.combination()));
    }

    private @Nullable RowError ofNew(Row.Legible row, String variantOf) {
        var product = bySku.get(variantOf);
        if (product == null && !offered.contains(variantOf)) {
            return error(row, "variantOf", "unknown_product", "There is no such product, nor a row that offers it.");
        }
        if (product != null && product.variantOf() != null) {
            return error(row, "variantOf", "variant_of_variant", "This is a variant itself; name its product.");
        }
        if (product != null && isGone(product)) {
            return gone(row);
        }
        var family = product == null ? variantOf : product.id();
        var draft = row.draft();
        var next = Product.begin("", draft.sku(), family, draft.details(), ACTIVE, NOBODY);
        return taken(row, next.product(), product != null);
    }

    private boolean isGone(Product product) {
        return product.status() == DISCONTINUED && !offered.contains(product.sku());
    }

    private @Nullable RowError taken(Row.Legible row, Product next, boolean byOthers) {
        var combination = next.combination();
        var taken = combination != null && (!combinations.add(combination) || (byOthers && variants.isTaken(next)));
        var detail = "Another variant of the product has these options.";
        return taken ? error(row, "options", "combination_taken", detail) : null;
    }

    private static RowError fixed(Row.Legible row) {
        return error(row, "variantOf", "variant_fixed", "Whose variant a product is never changes.");
    }

    private static RowError gone(Row.Legible row) {
        var detail = "The product whose variant this is, is discontinued.";
        return error(row, "variantOf", "product_discontinued", detail);
    }

    private static RowError error(Row.Legible row, String field, String code, String detail) {
        return new RowError(row.number(), row.draft().sku(), field, code, detail);
    }
}
