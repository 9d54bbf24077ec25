package io.nearstock.inventory.demand;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.NamedDay;
import io.nearstock.inventory.NamedDays;
import io.nearstock.inventory.PlanningSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days on which something is on: past ones, from which forecasts learn, and those to come. */
@RestController
final class DemandEventController {

    record NamesRequest(@NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 60) String> names) {}

    record EventsView(List<NamedDay> items) {}

    private static final int MOST_YEARS = 3;

    private final NamedDays days;
    private final PlanningSettings settings;
    private final Clock clock;

    DemandEventController(NamedDays days, PlanningSettings settings, Clock clock) {
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /** From as long ago as forecasts look back to a year ahead, unless something else is asked for. */
    @GetMapping("/api/demand-events")
    @Answers({"200", "400 invalid_parameter"})
    EventsView events(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        var today = settings.dayOf(clock.instant());
        var first = from == null ? today.minusDays(settings.history()) : from;
        var last = to == null ? today.plusYears(1) : to;
        return new EventsView(days.between(first, last));
    }

    /** Says what is on that day, however often it is said. */
    @PutMapping("/api/demand-events/{date}")
    @Answers({"200", "400 invalid_parameter"})
    NamedDay name(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @Valid @RequestBody NamesRequest request) {
        var today = settings.dayOf(clock.instant());
        if (date.isBefore(today.minusYears(MOST_YEARS)) || date.isAfter(today.plusYears(MOST_YEARS))) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_parameter", "date", "Give a day at most " + MOST_YEARS + " years away.");
        }
        var day = new NamedDay(
                date, request.names().stream().map(String::strip).distinct().toList());
        days.keep(day);
        return day;
    }

    @DeleteMapping("/api/demand-events/{date}")
    @Answers("204")
    ResponseEntity<Void> forget(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        if (!days.forget(date)) {
            throw new UnknownIdException(date.toString());
        }
        return ResponseEntity.noContent().build();
    }
}
