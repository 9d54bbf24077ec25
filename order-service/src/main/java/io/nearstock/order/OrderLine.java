package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/** One product of an order, as it was named and priced when it was ordered; the total is what the discounts leave. */
public record OrderLine(
        String sku,
        String productId,
        String name,
        int quantity,
        Money unitPrice,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Discount> discounts,
        Money total) {

    /** Lines that were stored before there were discounts have none. */
    public OrderLine {
        discounts = Objects.requireNonNullElse(discounts, List.of());
    }

    public OrderLine(String sku, String productId, String name, int quantity, Money unitPrice, Money total) {
        this(sku, productId, name, quantity, unitPrice, List.of(), total);
    }
}
