package io.nearstock.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one hub sends of an order.
 *
 * @param shipsOn the day from which it can leave, as some of it had not come when it was ordered; null where all was there
 * @param suppliedAt when all of it had come; null while it has not, or where it was there from the first
 * @param proof what the mover brought back from the door
 */
public record Shipment(
        String id,
        String hubId,
        String hubName,
        LocalDate promisedDate,
        @Nullable LocalDate shipsOn,
        @Nullable Instant suppliedAt,
        List<Item> lines,
        Status status,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable String proof) {

    public enum Status {
        PLANNED,
        DISPATCHED,
        DELIVERED
    }

    public static Shipment planned(
            String id,
            String hubId,
            String hubName,
            LocalDate promisedDate,
            @Nullable LocalDate shipsOn,
            List<Item> lines) {
        return new Shipment(id, hubId, hubName, promisedDate, shipsOn, null, lines, Status.PLANNED, null, null, null);
    }

    public static Shipment of(String id, List<Shipment> shipments) {
        return shipments.stream()
                .filter(shipment -> shipment.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<Shipment> replace(List<Shipment> shipments, Shipment changed) {
        return shipments.stream()
                .map(shipment -> shipment.id.equals(changed.id) ? changed : shipment)
                .toList();
    }

    static boolean allDelivered(List<Shipment> shipments) {
        return shipments.stream().allMatch(shipment -> shipment.status == Status.DELIVERED);
    }

    boolean isPlanned() {
        return status == Status.PLANNED;
    }

    /** Whether some of it had not come when it was ordered, and nobody has said that it has since. */
    public boolean isWaiting() {
        return isPlanned() && shipsOn != null && suppliedAt == null;
    }

    Shipment supplied(Instant at) {
        return new Shipment(id, hubId, hubName, promisedDate, shipsOn, at, lines, status, null, null, null);
    }

    Shipment dispatched(Instant now) {
        return new Shipment(
                id, hubId, hubName, promisedDate, shipsOn, suppliedAt, lines, Status.DISPATCHED, now, null, null);
    }

    Shipment delivered(String withProof, Instant now) {
        return new Shipment(
                id,
                hubId,
                hubName,
                promisedDate,
                shipsOn,
                suppliedAt,
                lines,
                Status.DELIVERED,
                dispatchedAt,
                now,
                withProof);
    }
}
