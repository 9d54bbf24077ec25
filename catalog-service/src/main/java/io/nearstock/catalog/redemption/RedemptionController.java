package io.nearstock.catalog.redemption;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.catalog.Redemption.Answer.Contradiction;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.catalog.Redemption.Answer.Repetition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For order-service, which knows what became of a checkout. */
@RestController
final class RedemptionController {

    record OrderRequest(@NotBlank @Size(max = 100) String orderId) {}

    private final MoveRedemption move;

    RedemptionController(MoveRedemption move) {
        this.move = move;
    }

    @PostMapping("/internal/redemptions/{id}/claim")
    ResponseEntity<?> claim(@PathVariable String id, @Valid @RequestBody OrderRequest request) {
        return switch (move.claim(id, request.orderId())) {
            case Progress _, Repetition _ -> ResponseEntity.noContent().build();
            case Contradiction(var code) -> refused(CONFLICT, code, "The uses are no longer held for this order.");
        };
    }

    @PostMapping("/internal/redemptions/{id}/release")
    ResponseEntity<?> release(@PathVariable String id, @Valid @RequestBody OrderRequest request) {
        move.release(id, request.orderId());
        return ResponseEntity.noContent().build();
    }
}
