package io.nearstock.catalog.price;

import io.nearstock.catalog.PriceList;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A price list as staff see it. */
record PriceListView(
        String id,
        String name,
        @Nullable String segment,
        String currency,
        Instant startsAt,
        @Nullable Instant endsAt,
        int priority,
        Instant createdAt,
        Instant changedAt) {

    static PriceListView of(PriceList list, String usualCurrency) {
        return new PriceListView(
                list.id(),
                list.name(),
                list.segment(),
                list.currencyOr(usualCurrency),
                list.startsAt(),
                list.endsAt(),
                list.priority(),
                list.createdAt(),
                list.changedAt());
    }
}
