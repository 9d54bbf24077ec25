package io.nearstock.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Of which lots one product of one shipment was.
 *
 * @param quantity all units; more than the lots come to where some had none
 */
public record ShippedLots(@BsonId String id, String orderId, String sku, int quantity, List<Lot> lots, Instant at) {

    /** So many units of a lot. */
    public record Lot(String lot, @Nullable String supplierId, int quantity) {

        boolean isOf(Origin origin) {
            return (origin.lot() == null || origin.lot().equals(lot))
                    && Objects.equals(origin.supplierId(), supplierId);
        }
    }

    public static ShippedLots of(
            String orderId, String shipmentId, String sku, int quantity, List<Lot> lots, Instant at) {
        return new ShippedLots(orderId + "/" + shipmentId + "/" + sku, orderId, sku, quantity, lots, at);
    }

    /** The lot and the supplier of all these units; of neither where some are of another or of none. */
    static Origin origin(Collection<ShippedLots> all) {
        var lots = all.stream().flatMap(each -> each.lots().stream()).toList();
        var units = all.stream().mapToInt(ShippedLots::quantity).sum();
        if (lots.isEmpty() || lots.stream().mapToInt(Lot::quantity).sum() < units) {
            return Origin.UNKNOWN;
        }
        var first = lots.getFirst();
        var suppliers = new HashSet<@Nullable String>();
        lots.forEach(lot -> suppliers.add(lot.supplierId()));
        var supplier = suppliers.size() == 1 ? first.supplierId() : null;
        var isOneLot =
                suppliers.size() == 1 && lots.stream().allMatch(lot -> lot.lot().equals(first.lot()));
        return new Origin(isOneLot ? first.lot() : null, supplier);
    }

    /** Units of this lot and supplier, or of any lot of this supplier. */
    public int units(Origin origin) {
        return lots.stream()
                .filter(lot -> lot.isOf(origin))
                .mapToInt(Lot::quantity)
                .sum();
    }
}
