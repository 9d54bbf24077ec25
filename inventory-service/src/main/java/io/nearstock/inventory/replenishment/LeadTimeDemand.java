package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.NegativeBinomial;
import java.time.LocalDate;
import java.util.List;

/**
 * What is wanted until an order that is made at the next look has come.
 *
 * @param mean the forecast's sum over lead time and review
 * @param variance of days (never below Poisson's) and of the lead time: n σ² + d² σ²(L), days taken as independent
 *     (G. Hadley and T. Whitin, "Analysis of Inventory Systems", 1963, section 4)
 */
record LeadTimeDemand(double mean, double variance) {

    static LeadTimeDemand over(DemandForecast forecast, LocalDate today, int days, double leadTimeDeviation) {
        var mean = sum(forecast.from(today), days);
        var daily = mean / days;
        var error = Math.max(forecast.deviation() * forecast.deviation(), daily);
        return new LeadTimeDemand(mean, days * error + daily * daily * leadTimeDeviation * leadTimeDeviation);
    }

    /** Beyond the forecast's end it goes on as its last week did. */
    static double sum(List<ForecastDay> days, int count) {
        var known = days.stream().limit(count).mapToDouble(ForecastDay::mean).sum();
        return known + DemandForecast.goesOnWith(days) * Math.max(0, count - days.size());
    }

    double deviation() {
        return Math.sqrt(variance);
    }

    /** The least count that demand stays at or below with this probability: negative binomial with these two moments. */
    int quantile(double probability) {
        return new NegativeBinomial(mean, variance / mean).quantile(probability);
    }
}
