package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.PurchaseOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how far a purchase order is: always the whole state, never only what changed. */
@Component
final class PurchaseAnnouncements implements Function<PurchaseOrder, OutboxEntry> {

    record PurchaseOrderChanged(
            String purchaseOrderId,
            String supplierId,
            String hubId,
            String status,
            @Nullable LocalDate expectedOn,
            List<Item> lines,
            Instant at) {}

    record Item(String sku, int quantity, int received, int damaged) {}

    private final OutboxEntries entries;

    PurchaseAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** A draft is nobody's business, so the first message has the sequence 1. */
    @Override
    public OutboxEntry apply(PurchaseOrder order) {
        var at = order.history().getLast().at();
        var changed = new PurchaseOrderChanged(
                order.id(),
                order.supplierId(),
                order.hubId(),
                order.status().name().toLowerCase(Locale.ROOT),
                order.expectedOn(),
                order.items().stream()
                        .map(item -> new Item(item.sku(), item.quantity(), item.received(), item.damaged()))
                        .toList(),
                at);
        return entries.entry(order.id(), order.version() - 1, "purchase_order.changed", at, changed);
    }
}
