package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.LotsLeft;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells from which lots and suppliers the goods of a shipment came, and which units they are, once they have left. */
@Component
final class LotAnnouncements implements Function<LotsLeft, OutboxEntry> {

    /**
     * One product of one shipment.
     *
     * @param quantity all units; more than the lots come to where some had none
     * @param serials of those that have one; missing where none has
     */
    record LotsShipped(
            String orderId,
            String shipmentId,
            String hubId,
            String sku,
            int quantity,
            List<ShippedLot> lots,
            @Nullable List<String> serials,
            Instant at) {}

    record ShippedLot(String lot, @Nullable String supplierId, int quantity) {

        static ShippedLot of(Part part) {
            return new ShippedLot(part.lot(), part.supplierId(), part.quantity());
        }
    }

    private final OutboxEntries entries;

    LotAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public OutboxEntry apply(LotsLeft left) {
        var pick = left.pick();
        var shipped = new LotsShipped(
                Objects.requireNonNull(pick.orderId()),
                pick.cause().id(),
                pick.hubId(),
                pick.sku(),
                Objects.requireNonNull(pick.units()),
                pick.parts().stream().map(ShippedLot::of).toList(),
                pick.serials().isEmpty() ? null : pick.serials(),
                pick.at());
        var row = StockRow.id(pick.sku(), pick.hubId());
        return entries.entry(row, left.sequence(), "stock.lots_shipped", pick.at(), shipped);
    }
}
