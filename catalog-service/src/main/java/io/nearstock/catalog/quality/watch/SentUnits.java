package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.LotShipments;
import io.nearstock.catalog.Origin;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts units that went out in a time, and those of them that came back as faulty. */
@Component
final class SentUnits {

    private final Deliveries deliveries;
    private final LotShipments shipments;
    private final ReturnLines lines;

    SentUnits(Deliveries deliveries, LotShipments shipments, ReturnLines lines) {
        this.deliveries = deliveries;
        this.shipments = shipments;
        this.lines = lines;
    }

    /** Of all of a product, what was delivered then. */
    Batch of(String sku, Instant from, Instant before) {
        return new Batch(deliveries.units(sku, from, before), lines.faulty(sku, from, before));
    }

    /** Of a lot, or of what a supplier brought, what left then. */
    Batch of(Subject subject, String sku, Instant from, Instant before) {
        var supplierId = subject.supplierId();
        if (subject.lot() != null) {
            return new Batch(
                    shipments.units(sku, subject.origin(), from, before), lines.faultyOf(subject, sku, from, before));
        }
        return supplierId == null
                ? of(sku, from, before)
                : new Batch(
                        shipments.units(sku, new Origin(null, supplierId), from, before),
                        lines.faulty(sku, supplierId, from, before));
    }

    /** All of a lot that has left by now, whenever it was told to have. */
    Batch ofLot(Subject lot, String sku, Instant now) {
        return new Batch(shipments.units(sku, lot.origin(), Instant.EPOCH, now), lines.faultyOf(lot, sku));
    }
}
