package io.nearstock.inventory.replenishment;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandOutlook;
import io.nearstock.inventory.DemandOutlooks;
import io.nearstock.inventory.Elasticity;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PriceTrial;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever sets prices how products stand, by what a look for replenishment has read anyway. */
@Component
final class TellOutlooks {

    private static final int DAYS = 28;

    private final DemandOutlooks outlooks;
    private final PlanningSettings settings;

    TellOutlooks(DemandOutlooks outlooks, PlanningSettings settings) {
        this.outlooks = outlooks;
        this.settings = settings;
    }

    void of(Situation situation, Instant now) {
        var today = settings.dayOf(now);
        outlooks.tell(situation.everywhere().stream().collect(groupingBy(StockRow::sku)).values().stream()
                .map(rows -> outlook(rows, situation, today))
                .toList());
    }

    private static DemandOutlook outlook(List<StockRow> rows, Situation situation, LocalDate today) {
        var sku = rows.getFirst().sku();
        var forecasts =
                rows.stream().flatMap(row -> situation.forecast(row).stream()).toList();
        return new DemandOutlook(
                sku,
                today,
                DAYS,
                forecasts.stream()
                        .mapToDouble(forecast -> LeadTimeDemand.sum(forecast.from(today), DAYS))
                        .sum(),
                rows.stream().mapToInt(StockRow::available).sum(),
                rows.stream().mapToInt(StockRow::incoming).sum(),
                cost(situation.offers(sku)),
                Elasticity.of(trials(forecasts)),
                1);
    }

    private static @Nullable Money cost(List<SupplyOffer> offers) {
        return offers.stream()
                .map(SupplyOffer::unitCost)
                .min(Comparator.comparingLong(Money::amount))
                .orElse(null);
    }

    /** What each hub saw of a price change is a trial of its own. */
    private static List<PriceTrial> trials(List<DemandForecast> forecasts) {
        return forecasts.stream()
                .flatMap(forecast -> Objects.requireNonNullElse(forecast.trials(), List.<PriceTrial>of()).stream())
                .toList();
    }
}
