package io.nearstock.inventory.holding;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;

import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.BackOrders;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldClaims;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Shortage;
import io.nearstock.inventory.Transition;
import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.holding.TakeHold.Outcome.TooLittle;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class HoldController {

    record HoldRequest(
            @NotBlank @Size(max = 100) String reference,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull RequestLine> lines,
            @NotNull @Valid GeoPoint destination,
            @Nullable @Size(min = 1, max = 100) String claimBy) {

        record RequestLine(
                @NotBlank @Size(max = 64) String sku,
                @Positive @Max(1_000_000) int quantity) {}

        Demand demand() {
            var wanted = lines.stream()
                    .map(line -> new Line(line.sku(), line.quantity()))
                    .toList();
            return new Demand(reference, wanted, destination.position());
        }
    }

    record ClaimRequest(@NotBlank @Size(max = 100) String orderId) {}

    record MissingView(List<Portion> items) {}

    record ReleaseRequest(@NotBlank @Size(max = 100) String reason) {}

    private final TakeHold takeHold;
    private final MoveHold moveHold;
    private final Holds holds;
    private final HoldClaims claims;
    private final BackOrders backOrders;
    private final Clock clock;

    HoldController(
            TakeHold takeHold, MoveHold moveHold, Holds holds, HoldClaims claims, BackOrders backOrders, Clock clock) {
        this.takeHold = takeHold;
        this.moveHold = moveHold;
        this.holds = holds;
        this.claims = claims;
        this.backOrders = backOrders;
        this.clock = clock;
    }

    @PutMapping("/internal/holds/{id}")
    ResponseEntity<?> take(@PathVariable String id, @Valid @RequestBody HoldRequest request) {
        return switch (takeHold.take(id, request.demand(), request.claimBy())) {
            case Taken(var hold) -> ResponseEntity.status(CREATED).body(HeldView.of(hold));
            case TakenBefore(var hold) -> ResponseEntity.ok(HeldView.of(hold));
            case TooLittle(var shortages) -> shortOf(shortages, request.lines());
            case Gone(var code, var detail) -> refused(CONFLICT, code, detail);
        };
    }

    /** Names every line that a shortage touches; lines on one SKU are short together. */
    private static ResponseEntity<ProblemDetail> shortOf(
            List<Shortage> shortages, List<HoldRequest.RequestLine> lines) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            for (var shortage : shortages) {
                if (shortage.sku().equals(lines.get(i).sku())) {
                    errors.add(error("/lines/" + i, shortage));
                }
            }
        }
        return refused(CONFLICT, "insufficient_stock", "There is not enough of some products.", errors);
    }

    private static FieldError error(String pointer, Shortage shortage) {
        var detail = shortage.requested() + " requested, " + shortage.available() + " available.";
        var more = Map.<String, Object>of(
                "sku", shortage.sku(), "requested", shortage.requested(), "available", shortage.available());
        return new FieldError(pointer, "short", detail, more);
    }

    @PostMapping("/internal/holds/{id}/claim")
    ResponseEntity<?> claim(@PathVariable String id, @Valid @RequestBody ClaimRequest request) {
        return answer(claims.claim(id, request.orderId(), clock.instant()));
    }

    @PostMapping("/internal/holds/{id}/release")
    ResponseEntity<?> release(@PathVariable String id, @Valid @RequestBody ReleaseRequest request) {
        return answer(moveHold.release(id, request.reason()));
    }

    private static ResponseEntity<?> answer(Transition transition) {
        return switch (transition) {
            case Progress(var _, var hold) -> ResponseEntity.ok(HeldView.of(hold));
            case Repetition(var hold) -> ResponseEntity.ok(HeldView.of(hold));
            case Contradiction(var code, var detail) -> refused(CONFLICT, code, detail);
            case Busy _ -> throw new UnavailableException(Duration.ofSeconds(1));
        };
    }

    /** What of it has not come to its hubs yet: whoever sends it waits for that. */
    @GetMapping("/internal/holds/{id}/missing")
    MissingView missing(@PathVariable String id) {
        return new MissingView(backOrders.missing(find(id)));
    }

    @GetMapping("/api/holds/{id}")
    HoldView hold(@PathVariable String id) {
        return HoldView.of(find(id));
    }

    private Hold find(String id) {
        return holds.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
