package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Demand by day, with what could not be sold for want of stock. */
@Component
public final class DemandHistory {

    private static final int ROWS_A_PAGE = 5;

    private final OrderedLines lines;
    private final StockOuts stockOuts;
    private final Breaks breaks;
    private final ZoneId zone;
    private final Clock clock;

    DemandHistory(OrderedLines lines, StockOuts stockOuts, Breaks breaks, PlanningSettings settings, Clock clock) {
        this.lines = lines;
        this.stockOuts = stockOuts;
        this.breaks = breaks;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /**
     * The days up to yesterday for each row, the oldest first; as long for one as for the other. Read in small pages, so that
     * the database has time for others in between.
     */
    public Map<String, List<DailyDemand>> of(Collection<String> rows, int days) {
        var start = LocalDate.ofInstant(clock.instant(), zone).minusDays(days);
        var histories = new HashMap<String, List<DailyDemand>>();
        rows.stream().distinct().gather(Gatherers.windowFixed(ROWS_A_PAGE)).forEach(page -> {
            histories.putAll(page(page, start, days));
            breaks.take();
        });
        return histories;
    }

    private Map<String, List<DailyDemand>> page(List<String> rows, LocalDate start, int days) {
        var ordered = lines.of(rows, start).stream().collect(groupingBy(OrderedLine::row));
        var outs = stockOuts.of(rows);
        return rows.stream()
                .collect(toMap(
                        Function.identity(),
                        row -> daily(start, days, ordered.getOrDefault(row, List.of()), outs.get(row))));
    }

    private List<DailyDemand> daily(LocalDate start, int days, List<OrderedLine> ordered, @Nullable StockOut out) {
        var wanted = new int[days];
        var cancelled = new int[days];
        for (var line : ordered) {
            var day = (int) ChronoUnit.DAYS.between(start, line.day());
            if (day < days) { // today is not over
                wanted[day] += line.quantity();
                cancelled[day] += line.cancelled() ? line.quantity() : 0;
            }
        }
        var stood = IntStream.range(0, days)
                .map(day -> wanted[day] - cancelled[day])
                .toArray();
        var inStock = IntStream.range(0, days)
                .mapToDouble(day -> out == null ? 1 : share(out, start.plusDays(day)))
                .toArray();
        var lost = new LostSales(stood, inStock);
        return IntStream.range(0, days)
                .mapToObj(day -> new DailyDemand(
                        start.plusDays(day), wanted[day], cancelled[day], inStock[day], lost.estimated(day)))
                .toList();
    }

    private double share(StockOut out, LocalDate day) {
        return out.inStock(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
