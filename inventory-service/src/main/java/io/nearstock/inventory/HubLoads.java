package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.nearstock.inventory.OrderedLines.DayLoad;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.springframework.stereotype.Component;

/** How many orders hubs of limited capacity still have to send, from the confirmed orders of the last week. */
@Component
final class HubLoads implements ToIntBiFunction<Hub, LocalDate> {

    private static final int DAYS = 7;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Known(Map<String, Map<LocalDate, Integer>> byHub, Instant until) {}

    private final OrderedLines lines;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    HubLoads(OrderedLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Orders that are to leave before one that comes now; what was counted is half a minute old at most. */
    @Override
    public int applyAsInt(Hub hub, LocalDate today) {
        var capacity = hub.capacity();
        if (capacity == null) {
            return 0;
        }
        var orders = fresh(today).getOrDefault(hub.id(), Map.of());
        return ahead(orders, hub.sending(), capacity, today);
    }

    /** What each day could not send is left to the next. */
    static int ahead(Map<LocalDate, Integer> orders, WorkCalendar calendar, int capacity, LocalDate today) {
        var left = 0;
        for (var day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
            var sent = calendar.isOpen(day) ? capacity : 0;
            left = Math.max(0, left + orders.getOrDefault(day, 0) - sent);
        }
        return left + orders.getOrDefault(today, 0);
    }

    private Map<String, Map<LocalDate, Integer>> fresh(LocalDate today) {
        var now = clock.instant();
        if (!now.isBefore(known.until())) {
            var loads = lines.loads(today.minusDays(DAYS)).stream()
                    .collect(groupingBy(DayLoad::hubId, groupingBy(DayLoad::day, summingInt(DayLoad::orders))));
            known = new Known(loads, now.plus(FRESH));
        }
        return known.byHub();
    }
}
