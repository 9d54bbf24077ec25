package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;

/** What one hub sends of a plan, and when it will be there. */
public record Shipment(
        String hubId, String hubName, Position position, double distanceKm, LocalDate promisedDate, List<Line> lines) {

    Shipment promisedOn(LocalDate day) {
        return new Shipment(hubId, hubName, position, distanceKm, day, lines);
    }
}
