package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one hub sends of a plan, and when it will be there.
 *
 * @param shipsOn the day from which it can leave, as some of it has not come yet; null where all is there
 */
public record Shipment(
        String hubId,
        String hubName,
        Position position,
        double distanceKm,
        LocalDate promisedDate,
        List<Line> lines,
        @Nullable LocalDate shipsOn) {

    /** One that is there. */
    Shipment(
            String hubId,
            String hubName,
            Position position,
            double distanceKm,
            LocalDate promisedDate,
            List<Line> lines) {
        this(hubId, hubName, position, distanceKm, promisedDate, lines, null);
    }

    Shipment leavingOn(LocalDate day, LocalDate thereOn) {
        return new Shipment(hubId, hubName, position, distanceKm, thereOn, lines, day);
    }
}
