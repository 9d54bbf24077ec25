package io.nearstock.inventory;

import java.util.Comparator;
import java.util.List;

/**
 * Which hubs send what.
 *
 * @param shortages what no plan can cover; the shipments then carry the rest
 * @param reason why it is this plan, in a sentence for people
 */
public record Plan(List<Shipment> shipments, List<Shortage> shortages, String reason) {

    public boolean coversAll() {
        return shortages.isEmpty();
    }

    /** What it takes from each row, in the order of the rows. */
    List<Portion> portions() {
        return shipments.stream()
                .flatMap(shipment -> shipment.lines().stream()
                        .map(line -> new Portion(line.sku(), shipment.hubId(), line.quantity())))
                .sorted(Comparator.comparing(Portion::row))
                .toList();
    }
}
