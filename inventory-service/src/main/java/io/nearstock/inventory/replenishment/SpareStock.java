package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.Distances;
import io.nearstock.inventory.Hub;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.replenishment.Need.Donor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What hubs have beyond what they want themselves; each unit of it is promised once. */
final class SpareStock {

    private record Near(Hub hub, double km) {}

    private final Hubs hubs;
    private final Distances distances;
    private final int costOfKm;
    private final Map<String, Integer> units = new HashMap<>();

    SpareStock(Hubs hubs, Distances distances, int costOfKm) {
        this.hubs = hubs;
        this.distances = distances;
        this.costOfKm = costOfKm;
    }

    void has(String row, int spare) {
        units.put(row, spare);
    }

    /** Somebody else counts on it. */
    void without(String row, int promised) {
        units.computeIfPresent(row, (_, spare) -> spare - promised);
    }

    /** The same need met by the nearest hub that can, where that costs less than buying as much. */
    Optional<Need> meet(String sku, String hubId, Need need) {
        return hubs.known(hubId).stream()
                .flatMap(here -> hubs.all().stream()
                        .filter(hub -> !hub.id().equals(hubId) && spare(sku, hub) > 0)
                        .map(hub -> new Near(hub, distances.km(hub.position(), here.position()))))
                .sorted(Comparator.comparingDouble(Near::km))
                .filter(near -> isCheaper(need, near, quantity(sku, need, near)))
                .findFirst()
                .map(near -> taken(sku, need, near));
    }

    private Need taken(String sku, Need need, Near near) {
        var quantity = quantity(sku, need, near);
        without(StockRow.id(sku, near.hub().id()), quantity);
        return need.from(new Donor(near.hub().id(), near.km()), quantity);
    }

    private int quantity(String sku, Need need, Near near) {
        return Math.min(spare(sku, near.hub()), need.missing());
    }

    private boolean isCheaper(Need need, Near near, int quantity) {
        var offer = need.offer();
        return offer == null
                || near.km() * costOfKm < offer.unitCost().times(quantity).amount();
    }

    private int spare(String sku, Hub hub) {
        return units.getOrDefault(StockRow.id(sku, hub.id()), 0);
    }
}
