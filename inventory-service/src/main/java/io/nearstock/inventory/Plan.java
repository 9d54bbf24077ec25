package io.nearstock.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which hubs send what.
 *
 * @param shortages what no plan can cover; the shipments then carry the rest
 * @param reason why it is this plan, in a sentence for people
 * @param owed rows of which it takes more than there is, and how much they may owe
 */
public record Plan(List<Shipment> shipments, List<Shortage> shortages, String reason, Map<String, Integer> owed) {

    /** One that takes what is there. */
    Plan(List<Shipment> shipments, List<Shortage> shortages, String reason) {
        this(shipments, shortages, reason, Map.of());
    }

    Plan because(String further) {
        return new Plan(shipments, shortages, reason + further, owed);
    }

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
