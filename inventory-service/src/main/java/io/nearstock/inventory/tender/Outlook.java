package io.nearstock.inventory.tender;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.RunOut;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.Supply;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a row will last with what it has and what is on order for it. */
@Component
final class Outlook {

    private final Stock stock;
    private final PurchaseOrders orders;
    private final DemandForecasts forecasts;
    private final PlanningSettings settings;
    private final Clock clock;

    Outlook(Stock stock, PurchaseOrders orders, DemandForecasts forecasts, PlanningSettings settings, Clock clock) {
        this.stock = stock;
        this.orders = orders;
        this.forecasts = forecasts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty where it has enough by now: the news was old. */
    Optional<RunOut> of(String sku, String hubId, int available) {
        var row = stock.rows(List.of(StockRow.id(sku, hubId))).stream()
                .findFirst()
                .orElseGet(() -> StockRow.empty(sku, hubId));
        return row.supply() == Supply.ENOUGH ? Optional.empty() : Optional.of(runOut(row, available));
    }

    private RunOut runOut(StockRow row, int available) {
        var position = available + row.incoming() + planned(row.sku(), row.hubId());
        var forecast = forecasts.find(row.id()).orElse(null);
        return RunOut.of(position, row.backOrder(), forecast, settings.dayOf(clock.instant()));
    }

    /** In orders that no supplier knows of yet. */
    private int planned(String sku, String hubId) {
        return orders.planned(List.of(sku)).stream()
                .filter(order -> order.hubId().equals(hubId))
                .flatMap(order -> order.items().stream())
                .filter(item -> item.sku().equals(sku))
                .mapToInt(item -> item.open())
                .sum();
    }
}
