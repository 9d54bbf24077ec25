package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PlanningSettings;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Forecasts and offers to buy by. */
final class Needs {

    private Needs() {}

    static DemandForecast daily(String row, LocalDate today, double mean, double deviation) {
        var days = IntStream.range(0, 35)
                .mapToObj(day -> new ForecastDay(today.plusDays(day), mean, 0, mean, 2 * mean))
                .toList();
        return new DemandForecast(row, today, days, "mean-28 100 %", 0.7, 0.9, deviation, null, null);
    }

    static SupplyOffer offer(String supplier, long cost, int minimum, int pack, int leadTimeDays) {
        var deviation = leadTimeDays * PlanningSettings.DEFAULTS.leadTimeVariation();
        return new SupplyOffer(supplier, new Money(cost, "GBP"), minimum, pack, leadTimeDays, deviation);
    }
}
