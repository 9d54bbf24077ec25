package io.nearstock.inventory;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** When what is ordered now is to be there: each day of a lead time counts, or each on which the supplier works. */
@Component
public final class DeliveryTimes {

    private final PlanningSettings settings;
    private final Clock clock;

    DeliveryTimes(PlanningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public LocalDate day(Supplier supplier, int leadTimeDays) {
        var calendar = supplier.calendar();
        return calendar == null ? everyDay(leadTimeDays) : calendar.delivers(now(), leadTimeDays);
    }

    /** The same where every day counts. */
    public LocalDate everyDay(int leadTimeDays) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(leadTimeDays);
    }

    /** How many days that is from today on, whatever their kind. */
    public int days(Supplier supplier, int leadTimeDays) {
        var calendar = supplier.calendar();
        var now = now();
        return calendar == null
                ? leadTimeDays
                : (int) DAYS.between(now.toLocalDate(), calendar.delivers(now, leadTimeDays));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), settings.zone());
    }
}
