package io.nearstock.inventory.serial;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.PickedSerials;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.serial.PickController.PickRequest.PickedLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells a picker which single units an order gets, or hears which he took. */
@RestController
final class PickController {

    /**
     * What a hub is about to send.
     *
     * @param lines units that were taken, in the place of those that were said; missing where the picker asks
     */
    record PickRequest(
            @NotBlank String holdId,
            @NotBlank String hubId,
            @Nullable @Size(max = 200) List<@Valid @NotNull PickedLine> lines) {

        record PickedLine(
                @NotBlank @Size(max = 64) String sku,
                @NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials) {}

        @AssertTrue(message = "each product once, and each serial of it")
        boolean isEachOnce() {
            var said = named().stream().filter(Objects::nonNull).toList();
            return isDistinct(said.stream().map(PickedLine::sku).toList())
                    && said.stream()
                            .map(PickedLine::serials)
                            .filter(Objects::nonNull)
                            .allMatch(PickRequest::isDistinct);
        }

        private static boolean isDistinct(List<String> names) {
            return names.stream().distinct().count() == names.size();
        }

        List<PickedLine> named() {
            return Objects.requireNonNullElse(lines, List.of());
        }
    }

    record PickView(String holdId, String hubId, List<LineView> lines) {}

    record LineView(String sku, int quantity, List<UnitView> serials) {}

    record UnitView(String serial, @Nullable String lot) {

        static UnitView of(SerialUnit unit) {
            return new UnitView(unit.serial(), unit.lot());
        }
    }

    private final Holds holds;
    private final PickedSerials picked;

    PickController(Holds holds, PickedSerials picked) {
        this.holds = holds;
        this.picked = picked;
    }

    /** The same again gets the same units. They are put back where the order is cancelled. */
    @Idempotent(prefix = "pck")
    @PostMapping("/api/stock/picks")
    @Answers({"200", "404 not_found", "409 nothing_to_pick serial_not_here", "422 serials_differ"})
    ResponseEntity<?> pick(@Valid @RequestBody PickRequest request) {
        var hold = holds.find(request.holdId()).orElseThrow(() -> new UnknownIdException(request.holdId()));
        var portions = picked.toPick(hold, request.hubId());
        if (portions.isEmpty()) {
            return refused(CONFLICT, "nothing_to_pick", "No order waits there for goods that have serials.");
        }
        var missing = named(hold, portions, request);
        if (!missing.isEmpty()) {
            return refused(CONFLICT, "serial_not_here", "These are not there to be sold: " + missing);
        }
        var lines = portions.stream().map(portion -> line(hold, portion)).toList();
        return ResponseEntity.ok(new PickView(hold.id(), request.hubId(), lines));
    }

    /** All are looked at before the first is taken. */
    private List<String> named(Hold hold, List<Portion> portions, PickRequest request) {
        var taken = new LinkedHashMap<Portion, List<String>>();
        for (var line : request.named()) {
            taken.put(portion(portions, line), line.serials());
        }
        var missing = of(taken, picked::missing);
        return missing.isEmpty() ? of(taken, (portion, serials) -> picked.swap(hold.id(), portion, serials)) : missing;
    }

    private static List<String> of(
            Map<Portion, List<String>> taken, BiFunction<Portion, List<String>, List<String>> missing) {
        return taken.entrySet().stream()
                .flatMap(each -> missing.apply(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private static Portion portion(List<Portion> portions, PickedLine line) {
        return portions.stream()
                .filter(each -> each.sku().equals(line.sku())
                        && each.quantity() >= line.serials().size())
                .findFirst()
                .orElseThrow(() -> new UnmetRequestException(
                        UNPROCESSABLE_CONTENT, "serials_differ", "/lines", "No more than the order wants there."));
    }

    private LineView line(Hold hold, Portion portion) {
        var units = picked.pick(hold.id(), portion).stream().map(UnitView::of).toList();
        return new LineView(portion.sku(), portion.quantity(), units);
    }
}
