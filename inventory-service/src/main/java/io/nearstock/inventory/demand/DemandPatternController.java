package io.nearstock.inventory.demand;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.DailyDemand;
import io.nearstock.inventory.DemandHistory;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DemandPatternController {

    record PatternsView(String sku, List<HubPattern> hubs) {}

    /**
     * One hub.
     *
     * @param adi mean days between days with demand; absent where there was none
     * @param cv2 squared coefficient of variation of the sizes
     * @param weekdayProfile from Monday, as a multiple of the mean day
     * @param yearlyProfile by month, apart from trend and weekdays; without months, and with a word why, where not enough is known
     * @param trendPerWeek change of a day's demand from week to week, in units
     * @param days the days that a chart shows; the pattern regards all that is kept
     */
    record HubPattern(
            String hubId,
            String pattern,
            @Nullable Double adi,
            @Nullable Double cv2,
            List<Double> weekdayProfile,
            YearlySeason yearlyProfile,
            double trendPerWeek,
            List<DailyDemand> days) {

        static HubPattern of(String hubId, List<DailyDemand> history, YearlySeason season, int shown) {
            var wanted = history.stream().mapToDouble(DailyDemand::estimated).toArray();
            var pattern = Pattern.of(wanted, history.getFirst().date().getDayOfWeek());
            return new HubPattern(
                    hubId,
                    pattern.kind().wireName(),
                    pattern.interval(),
                    pattern.variation(),
                    pattern.weekdays(),
                    season,
                    pattern.trend(),
                    history.subList(history.size() - shown, history.size()));
        }
    }

    private final DemandHistory demand;
    private final Stock stock;
    private final PlanningSettings settings;

    DemandPatternController(DemandHistory demand, Stock stock, PlanningSettings settings) {
        this.demand = demand;
        this.stock = stock;
        this.settings = settings;
    }

    /** Of estimated demand: lost sales are in it. Only hubs that have or had the product. */
    @GetMapping("/api/demand-patterns/{sku}")
    @Answers({"200", "400 invalid_days"})
    PatternsView patterns(@PathVariable String sku, @RequestParam(defaultValue = "120") int days) {
        if (days < 1 || days > settings.history()) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_days", "days", "Give a number from 1 to " + settings.history() + ".");
        }
        var rows = stock.of(List.of(sku));
        if (rows.isEmpty()) {
            throw new UnknownIdException(sku);
        }
        var histories = demand.of(rows.stream().map(StockRow::id).toList(), settings.history());
        return new PatternsView(
                sku,
                rows.stream()
                        .sorted(Comparator.comparing(StockRow::hubId))
                        .flatMap(row -> Optional.ofNullable(histories.get(row.id())).stream()
                                .map(history -> HubPattern.of(
                                        row.hubId(), history, YearlySeason.of(history, histories.values()), days)))
                        .toList());
    }
}
