package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.PlanningSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Order up to S once the position is at s or below: (s, S) with periodic review. s covers demand over lead time and review
 * at the service level (E. Silver, D. Pyke and D. Thomas, "Inventory and Production Management in Supply Chains", 2017,
 * chapter 6); S adds the days that an order is to last.
 */
@Component
final class ReplenishmentRule {

    /** Looked at within a day at the latest. */
    private static final int REVIEW_DAYS = 1;

    /** The rule's two levels of a row. */
    record Levels(
            int reorderPoint,
            int orderUpTo,
            int leadTimeDays,
            LeadTimeDemand demand,
            @Nullable SupplyOffer offer) {}

    private final PlanningSettings settings;

    ReplenishmentRule(PlanningSettings settings) {
        this.settings = settings;
    }

    /** The cheapest offer counts, and of equally cheap ones the fastest. */
    Levels levels(DemandForecast forecast, List<SupplyOffer> offers, LocalDate today) {
        var offer = offers.stream()
                .min(Comparator.<SupplyOffer>comparingLong(
                                each -> each.unitCost().amount())
                        .thenComparingInt(SupplyOffer::leadTimeDays))
                .orElse(null);
        var leadTime = offer == null ? settings.leadTimeDays() : offer.leadTimeDays();
        var deviation = offer == null ? leadTime * settings.leadTimeVariation() : offer.leadTimeDeviation();
        var demand = LeadTimeDemand.over(forecast, today, leadTime + REVIEW_DAYS, deviation);
        var reorderPoint = demand.quantile(settings.serviceLevel());
        var cover = LeadTimeDemand.sum(forecast.from(today), settings.coverDays());
        return new Levels(reorderPoint, reorderPoint + (int) Math.ceil(cover), leadTime, demand, offer);
    }

    /** Empty while the position is above the reorder point. */
    Optional<Need> need(int position, DemandForecast forecast, List<SupplyOffer> offers, LocalDate today) {
        var levels = levels(forecast, offers, today);
        if (position > levels.reorderPoint() || levels.orderUpTo() <= position) {
            return Optional.empty();
        }
        var offer = levels.offer();
        var wanted = levels.orderUpTo() - position;
        var demand = levels.demand();
        return Optional.of(new Need(
                offer == null ? wanted : offer.rounded(wanted),
                position,
                levels.reorderPoint(),
                levels.orderUpTo(),
                levels.leadTimeDays(),
                demand.mean(),
                demand.deviation(),
                offer,
                null));
    }
}
