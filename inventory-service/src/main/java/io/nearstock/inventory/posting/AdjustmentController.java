package io.nearstock.inventory.posting;

import static io.nearstock.chassis.web.Problems.refused;
import static io.nearstock.inventory.MovementKind.ADJUSTMENT;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting.Status;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AdjustmentController {

    /**
     * Either a difference, or what is on hand now and what the caller believed was.
     *
     * @param delta signed units of available stock
     * @param expected what must be on hand for the adjustment to count
     * @param quantity what is on hand then; the difference falls on available stock
     * @param serials of all units that make the difference: those that are missing, or were found
     */
    record AdjustmentRequest(
            @NotBlank String hubId,
            @NotBlank @Size(max = 64) String sku,
            @Nullable @Min(-1_000_000) @Max(1_000_000) Integer delta,
            @Nullable @PositiveOrZero @Max(1_000_000) Integer expected,
            @Nullable @PositiveOrZero @Max(1_000_000) Integer quantity,
            @NotBlank @Size(max = 200) String reason,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
            implements NamedUnits {

        @AssertTrue(message = "give delta, or expected and quantity")
        boolean isOneWayOrTheOther() {
            return delta == null ? (expected != null && quantity != null) : (expected == null && quantity == null);
        }

        @AssertTrue(message = "an adjustment changes something")
        boolean isChange() {
            return !isOneWayOrTheOther() || difference() != 0;
        }

        @AssertTrue(message = "a serial for each unit that makes the difference, once")
        boolean isEachUnitNamedOnce() {
            return namesEach(Math.abs(difference()));
        }

        int difference() {
            if (delta != null) {
                return delta;
            }
            return quantity == null || expected == null ? 0 : quantity - expected;
        }
    }

    record AdjustmentView(
            String id,
            String hubId,
            String sku,
            int delta,
            @Nullable String reason,
            Instant at) {

        static AdjustmentView of(Step step) {
            var portion = step.portions().getFirst();
            return new AdjustmentView(
                    step.id(), portion.hubId(), portion.sku(), portion.quantity(), step.reason(), step.at());
        }
    }

    private final Post post;
    private final Hubs hubs;
    private final Stock stock;
    private final AdjustedSerials serials;
    private final BalanceLimits limits;
    private final Clock clock;

    AdjustmentController(
            Post post, Hubs hubs, Stock stock, AdjustedSerials serials, BalanceLimits limits, Clock clock) {
        this.post = post;
        this.hubs = hubs;
        this.stock = stock;
        this.serials = serials;
        this.limits = limits;
        this.clock = clock;
    }

    @Idempotent(prefix = "adj")
    @PostMapping("/api/stock/adjustments")
    @Answers({
        "201",
        "409 insufficient_stock stock_changed serial_known serial_not_here",
        "422 unknown_hub balance_too_large"
    })
    ResponseEntity<?> adjust(@Valid @RequestBody AdjustmentRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var portion = new Portion(request.sku(), request.hubId(), request.difference());
        limits.check(List.of(portion));
        var now = clock.instant();
        serials.take(portion, request.numbers(), id.value(), now);
        var cause = new Cause("adjustment", id.value());
        var step = Step.of(id.value(), ADJUSTMENT, List.of(portion), cause, caller.id(), request.reason(), now);
        var posted = post.post(step, request.expected());
        if (posted.status() == Status.ACCEPTED) {
            return ResponseEntity.status(CREATED).body(AdjustmentView.of(posted.step()));
        }
        serials.giveUp(portion, request.numbers(), id.value(), now);
        return refusal(portion, request.expected());
    }

    private ResponseEntity<ProblemDetail> refusal(Portion portion, @Nullable Integer expected) {
        var row = stock.rows(List.of(portion.row())).stream()
                .findFirst()
                .orElse(StockRow.empty(portion.sku(), portion.hubId()));
        return expected == null || row.onHand() == expected
                ? refused(CONFLICT, "insufficient_stock", "Only " + row.available() + " units are free to take away.")
                : refused(CONFLICT, "stock_changed", "There are " + row.onHand() + " units on hand.");
    }
}
