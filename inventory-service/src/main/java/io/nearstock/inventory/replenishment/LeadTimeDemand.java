package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
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

    private static final double NORMAL_FROM = 500;

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

    /**
     * The least count that demand stays at or below with this probability: negative binomial with these two moments, as
     * slow movers need it (J. Boylan and A. Syntetos, "Intermittent Demand Forecasting", 2021, chapter 4); normal from
     * {@value #NORMAL_FROM} units on, where the two agree.
     */
    int quantile(double probability) {
        if (mean <= 0) {
            return 0;
        }
        return mean < NORMAL_FROM ? counted(probability) : (int) Math.ceil(mean + deviation() * normal(probability));
    }

    private int counted(double probability) {
        var excess = Math.max(1e-3, variance / mean - 1);
        var size = mean / excess;
        var ratio = excess / (1 + excess);
        var mass = Math.exp(-size * Math.log1p(excess));
        var cumulated = mass;
        var count = 0;
        while (cumulated < probability && count < 100 * NORMAL_FROM) {
            mass *= ratio * (count + size) / (count + 1);
            cumulated += mass;
            count++;
        }
        return count;
    }

    /** Good to 0.0005 (Abramowitz and Stegun 26.2.23). */
    private static double normal(double probability) {
        var tail = Math.sqrt(-2 * Math.log(1 - probability));
        var above = 2.515517 + tail * (0.802853 + tail * 0.010328);
        var below = 1 + tail * (1.432788 + tail * (0.189269 + tail * 0.001308));
        return tail - above / below;
    }
}
