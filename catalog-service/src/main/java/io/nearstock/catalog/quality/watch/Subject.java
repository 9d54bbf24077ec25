package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is watched: a product, what one supplier brings of it, or one lot of it. Public for the driver, which builds it by
 * reflection.
 */
public record Subject(
        String productId, @Nullable String lot, @Nullable String supplierId) {

    static Subject product(String productId) {
        return new Subject(productId, null, null);
    }

    /** All that a review of these goods speaks of, the widest first. */
    static List<Subject> of(String productId, Origin origin) {
        var subjects = new ArrayList<Subject>();
        subjects.add(product(productId));
        if (origin.supplierId() != null) {
            subjects.add(new Subject(productId, null, origin.supplierId()));
        }
        if (origin.lot() != null) {
            subjects.add(new Subject(productId, origin.lot(), origin.supplierId()));
        }
        return subjects;
    }

    boolean isProduct() {
        return lot == null && supplierId == null;
    }

    Origin origin() {
        return new Origin(lot, supplierId);
    }

    /** The product's own id where it is that alone; two suppliers may have a lot of one name. */
    String id() {
        var supplier = Objects.requireNonNullElse(supplierId, "");
        return isProduct() ? productId : productId + "/" + supplier + (lot == null ? "" : "/" + lot);
    }
}
