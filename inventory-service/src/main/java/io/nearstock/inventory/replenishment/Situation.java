package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.StockRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at some products finds.
 *
 * @param open proposals by row
 * @param leftAlone rows that nothing is proposed for
 * @param planned units by row in orders that the supplier does not know of yet
 * @param everywhere the products' rows at all hubs
 * @param forecasts by row
 * @param offers by product
 */
record Situation(
        Map<String, Proposal> open,
        Set<String> leftAlone,
        Map<String, Integer> planned,
        List<StockRow> everywhere,
        Map<String, DemandForecast> forecasts,
        Map<String, List<SupplyOffer>> offers) {

    Optional<DemandForecast> forecast(StockRow row) {
        return Optional.ofNullable(forecasts.get(row.id()));
    }

    List<SupplyOffer> offers(String sku) {
        return offers.getOrDefault(sku, List.of());
    }

    /** Available and on order. */
    int position(StockRow row) {
        return row.available() + row.incoming() + planned.getOrDefault(row.id(), 0);
    }
}
