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
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Units that leave without anybody getting them. */
@RestController
final class WriteOffController {

    /** Which units are meant. */
    enum Of {
        @JsonProperty("available")
        AVAILABLE(MovementKind.WRITE_OFF),
        @JsonProperty("damaged")
        DAMAGED(MovementKind.DAMAGED_WRITE_OFF),
        @JsonProperty("quarantined")
        QUARANTINED(MovementKind.QUARANTINED_WRITE_OFF);

        private final MovementKind kind;

        private Bucket bucket() {
            return Bucket.valueOf(name());
        }

        Of(MovementKind kind) {
            this.kind = kind;
        }
    }

    /**
     * What is given up.
     *
     * @param bucket the units' state; damaged when it is missing
     * @param serials of all its units, where they have them; else the book says which they were
     */
    record WriteOffRequest(
            @NotBlank String hubId,
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity,
            @Nullable Of bucket,
            @NotBlank @Size(max = 200) String reason,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
            implements NamedUnits {

        @AssertTrue(message = "a serial for each unit, once")
        boolean isEachUnitNamedOnce() {
            return namesEach(quantity);
        }

        Of of() {
            return bucket == null ? Of.DAMAGED : bucket;
        }
    }

    record WriteOffView(String id, String hubId, String sku, Of bucket, int quantity, String reason, Instant at) {}

    private final Post post;
    private final Hubs hubs;
    private final NamedSerials serials;
    private final Clock clock;

    WriteOffController(Post post, Hubs hubs, NamedSerials serials, Clock clock) {
        this.post = post;
        this.hubs = hubs;
        this.serials = serials;
        this.clock = clock;
    }

    @Idempotent(prefix = "wof")
    @PostMapping("/api/stock/write-offs")
    @Answers({"201", "409 insufficient_stock serial_not_here", "422 unknown_hub"})
    ResponseEntity<?> writeOff(@Valid @RequestBody WriteOffRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var of = request.of();
        var portion = new Portion(request.sku(), request.hubId(), -request.quantity());
        var cause = new Cause("write_off", id.value());
        var step =
                Step.of(id.value(), of.kind, List.of(portion), cause, caller.id(), request.reason(), clock.instant());
        var missing = serials.pick(portion, request.numbers(), of.bucket(), step.owner());
        if (!missing.isEmpty()) {
            return refused(CONFLICT, "serial_not_here", "These are not there in that state: " + missing);
        }
        if (!post.post(step)) {
            serials.letGo(portion, step.owner());
            return refused(CONFLICT, "insufficient_stock", "There are not so many units in that state.");
        }
        return ResponseEntity.status(CREATED)
                .body(new WriteOffView(
                        id.value(),
                        request.hubId(),
                        request.sku(),
                        of,
                        request.quantity(),
                        request.reason(),
                        step.at()));
    }
}
