package io.nearstock.inventory.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold as order-service sees it.
 *
 * @param expiresAt when it ends unless it is claimed before; of a claimed hold, when it would have
 */
record HeldView(String id, String status, Instant expiresAt, List<Shipment> shipments, String reason) {

    /**
     * @param shipsOn the day from which it can leave, where some of it has not come yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shipment(
            String hubId,
            String hubName,
            GeoPoint position,
            double distanceKm,
            LocalDate promisedDate,
            List<Line> lines,
            @Nullable LocalDate shipsOn) {

        static Shipment of(io.nearstock.inventory.Shipment shipment) {
            return new Shipment(
                    shipment.hubId(),
                    shipment.hubName(),
                    GeoPoint.of(shipment.position()),
                    shipment.distanceKm(),
                    shipment.promisedDate(),
                    shipment.lines(),
                    shipment.shipsOn());
        }
    }

    static HeldView of(Hold hold) {
        var allotment = hold.allotment();
        var shipments = allotment.shipments().stream().map(Shipment::of).toList();
        return new HeldView(hold.id(), hold.status().name(), hold.expiresAt(), shipments, allotment.reason());
    }
}
