package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one product.
 *
 * @param damaged how many of the quantity cannot be sold
 * @param lots that were named of it
 */
public record Delivered(String sku, int quantity, int damaged, List<Part> lots) {

    /** So much of a lot. */
    public record Part(String lot, @Nullable LocalDate expiresOn, int quantity) {}

    /** More of the same product. */
    public Delivered and(Delivered other) {
        var both = Stream.concat(lots.stream(), other.lots().stream()).toList();
        return new Delivered(sku, quantity + other.quantity(), damaged + other.damaged(), both);
    }

    int unnamed() {
        return quantity - lots.stream().mapToInt(Part::quantity).sum();
    }
}
