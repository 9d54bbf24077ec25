package io.nearstock.catalog.advice;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.catalog.advice.ApprovePrice.Outcome;
import io.nearstock.catalog.advice.PriceProposal.Decision;
import io.nearstock.catalog.advice.PriceProposal.Status;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/price-proposals")
final class PriceProposalController {

    record Rejection(@NotBlank @Size(max = 200) String reason) {}

    private final PriceProposals proposals;
    private final ApprovePrice approve;
    private final Clock clock;

    PriceProposalController(PriceProposals proposals, ApprovePrice approve, Clock clock) {
        this.proposals = proposals;
        this.approve = approve;
        this.clock = clock;
    }

    /** The oldest first. */
    @GetMapping
    @Answers({"200", "400 unknown_status"})
    Page<PriceProposalView> list(@RequestParam(required = false) @Nullable String status, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var found = proposals.after(after, status(status), page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(last.id())).map(PriceProposalView::of);
    }

    private static @Nullable Status status(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(status -> status.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnmetRequestException(
                        BAD_REQUEST, "unknown_status", "status", "A proposal is never " + name + "."));
    }

    @GetMapping("/{id}")
    @Answers({"200", "304"})
    ResponseEntity<PriceProposalView> read(@PathVariable String id) {
        return ok(find(id));
    }

    /** The product costs it when this is answered; whoever has seen another price before sees it refused. */
    @Idempotent(prefix = "pap")
    @PostMapping("/{id}/approve")
    @Answers({"200", "409 already_decided price_changed"})
    ResponseEntity<?> approve(@PathVariable String id, ResourceId request, Caller caller) {
        return switch (approve.approve(find(id), request.value(), caller.id())) {
            case Outcome.Approved(var proposal) -> ok(proposal);
            case Outcome.AlreadyDecided() -> decided();
            case Outcome.Overtaken() ->
                refused(CONFLICT, "price_changed", "The product does not cost what this was proposed for any more.");
        };
    }

    @Idempotent(prefix = "pre")
    @PostMapping("/{id}/reject")
    @Answers({"200", "409 already_decided"})
    ResponseEntity<?> reject(
            @PathVariable String id, @Valid @RequestBody Rejection request, ResourceId key, Caller caller) {
        var seen = find(id);
        if (seen.isDecidedBy(key.value())) {
            return ok(seen);
        }
        var decision = new Decision(key.value(), caller.id(), clock.instant(), request.reason());
        return proposals
                .reject(seen, decision)
                .<ResponseEntity<?>>map(PriceProposalController::ok)
                .orElseGet(PriceProposalController::decided);
    }

    private PriceProposal find(String id) {
        return proposals.find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    private static ResponseEntity<PriceProposalView> ok(PriceProposal proposal) {
        return Etags.ok(PriceProposalView.of(proposal), proposal.version());
    }

    private static ResponseEntity<?> decided() {
        return refused(CONFLICT, "already_decided", "Somebody has decided, or it was withdrawn.");
    }
}
