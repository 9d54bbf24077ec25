package io.nearstock.inventory.posting;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.inventory.Bucket;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.NamedSerials;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Units that stay where they are, but are kept for something else; and what each row is kept at. */
@RestController
final class ReclassificationController {

    /** How units are kept that nobody holds. */
    enum State {
        @JsonProperty("available")
        AVAILABLE,
        @JsonProperty("damaged")
        DAMAGED,
        @JsonProperty("quarantined")
        QUARANTINED,
        @JsonProperty("safety")
        SAFETY
    }

    record ReclassificationRequest(
            @NotBlank String hubId,
            @NotBlank @Size(max = 64) String sku,
            @NotNull State from,
            @NotNull State to,
            @Positive @Max(1_000_000) int quantity,
            @NotBlank @Size(max = 200) String reason,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
            implements NamedUnits {

        @AssertTrue(message = "a serial for each unit, once; none of safety stock")
        boolean isEachUnitNamedOnce() {
            var isSafety = from == State.SAFETY || to == State.SAFETY;
            return namesEach(quantity) && (numbers().isEmpty() || !isSafety);
        }

        @AssertTrue(message = "units go from available to another state or back, or from quarantined to damaged")
        boolean isPossible() {
            var isIncomplete = from == null || to == null; // which is told of the field
            return isIncomplete || kind().isPresent();
        }

        Optional<MovementKind> kind() {
            var other = isFromAvailable() ? to : from;
            if (from == State.QUARANTINED && to == State.DAMAGED) {
                return Optional.of(MovementKind.CONDEMNATION);
            }
            if (from == to || (from != State.AVAILABLE && to != State.AVAILABLE)) {
                return Optional.empty();
            }
            return Optional.ofNullable(
                    switch (other) {
                        case DAMAGED -> MovementKind.DAMAGE;
                        case QUARANTINED -> MovementKind.QUARANTINE;
                        case SAFETY -> MovementKind.SAFETY;
                        case AVAILABLE -> null;
                    });
        }

        private boolean isFromAvailable() {
            return from == State.AVAILABLE;
        }

        Portion portion() {
            var forth = isFromAvailable() || to == State.DAMAGED;
            return new Portion(sku, hubId, forth ? quantity : -quantity);
        }
    }

    record ReclassificationView(
            String id, String hubId, String sku, State from, State to, int quantity, String reason, Instant at) {}

    /**
     * When a row is low.
     *
     * @param reorderPoint in available units; null for never
     */
    record ReorderPoint(
            @NotBlank String hubId,
            @NotBlank @Size(max = 64) String sku,
            @Nullable @PositiveOrZero @Max(1_000_000) Integer reorderPoint) {}

    private final Post post;
    private final Hubs hubs;
    private final Stock stock;
    private final NamedSerials serials;
    private final Clock clock;

    ReclassificationController(Post post, Hubs hubs, Stock stock, NamedSerials serials, Clock clock) {
        this.post = post;
        this.hubs = hubs;
        this.stock = stock;
        this.serials = serials;
        this.clock = clock;
    }

    @Idempotent(prefix = "rcl")
    @PostMapping("/api/stock/reclassifications")
    @Answers({"201", "409 insufficient_stock serial_not_here", "422 unknown_hub"})
    ResponseEntity<?> reclassify(@Valid @RequestBody ReclassificationRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var cause = new Cause("reclassification", id.value());
        var step = Step.of(
                id.value(),
                request.kind().orElseThrow(),
                List.of(request.portion()),
                cause,
                caller.id(),
                request.reason(),
                clock.instant());
        var from = Bucket.valueOf(request.from().name());
        var missing = serials.pick(request.portion(), request.numbers(), from, step.owner());
        if (!missing.isEmpty()) {
            return refused(CONFLICT, "serial_not_here", "These are not there in that state: " + missing);
        }
        if (!post.post(step)) {
            serials.letGo(request.portion(), step.owner());
            return refused(CONFLICT, "insufficient_stock", "There are not so many units in that state.");
        }
        return ResponseEntity.status(CREATED).body(view(request, step));
    }

    private static ReclassificationView view(ReclassificationRequest request, Step step) {
        return new ReclassificationView(
                step.id(),
                request.hubId(),
                request.sku(),
                request.from(),
                request.to(),
                request.quantity(),
                request.reason(),
                step.at());
    }

    /** Sets it, however often it is said. */
    @PostMapping("/api/stock/reorder-points")
    @Answers({"200", "422 unknown_hub"})
    ReorderPoint reorderAt(@Valid @RequestBody ReorderPoint request) {
        hubs.named(request.hubId(), "/hubId");
        stock.reorderAt(request.sku(), request.hubId(), request.reorderPoint(), clock.instant());
        return request;
    }
}
