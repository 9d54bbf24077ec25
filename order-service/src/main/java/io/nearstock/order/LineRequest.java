package io.nearstock.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** One wish of a basket, as clients write it. */
public record LineRequest(
        @NotBlank @Size(max = 64) String sku,
        @Positive @Max(Item.MOST) int quantity) {

    /** A basket with more lines is no shopper's. */
    public static final int MOST = 200;

    public Item item() {
        return new Item(sku, quantity);
    }
}
