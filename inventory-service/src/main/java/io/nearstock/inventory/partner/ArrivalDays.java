package io.nearstock.inventory.partner;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.PlanningSettings;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days on which goods can be said to come: from today on, for two years. */
@Component
final class ArrivalDays {

    private static final int YEARS = 2;

    private final PlanningSettings settings;
    private final Clock clock;

    ArrivalDays(PlanningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A day that a supplier says, if it says one.
     *
     * @throws UnmetRequestException 422 where nothing can come on it
     */
    @Nullable
    LocalDate checked(@Nullable LocalDate expectedOn) {
        var today = settings.dayOf(clock.instant());
        if (expectedOn != null && expectedOn.isBefore(today)) {
            throw unmet("expected_in_past", "What is still to come cannot come before today.");
        }
        if (expectedOn != null && expectedOn.isAfter(today.plusYears(YEARS))) {
            throw unmet("expected_too_late", "Goods are expected for two years at most.");
        }
        return expectedOn;
    }

    private static UnmetRequestException unmet(String code, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, "/expectedOn", detail);
    }
}
