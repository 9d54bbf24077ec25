package io.nearstock.inventory.replenishment;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.MergePatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.replenishment.Approve.Outcome;
import io.nearstock.inventory.replenishment.Proposal.Decision;
import io.nearstock.inventory.replenishment.Proposal.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/replenishment-proposals")
final class ProposalController {

    record Dismissal(@NotBlank @Size(max = 200) String reason) {}

    record Change(@NotNull @Positive @Max(1_000_000) Integer quantity) {}

    private final Proposals proposals;
    private final Approve approve;
    private final Clock clock;

    ProposalController(Proposals proposals, Approve approve, Clock clock) {
        this.proposals = proposals;
        this.approve = approve;
        this.clock = clock;
    }

    @GetMapping
    @Answers({"200", "400 unknown_status"})
    Page<ProposalView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String hubId,
            @RequestParam(required = false) @Nullable String supplierId,
            PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var found = proposals.after(after, status(status), hubId, supplierId, page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(last.id())).map(ProposalView::of);
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
    ResponseEntity<ProposalView> read(@PathVariable String id) {
        return ok(find(id));
    }

    /** Another quantity; later looks renew the figures and leave it alone. */
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Answers({"200", "409 already_decided", "422 not_sold_so"})
    ResponseEntity<?> change(@PathVariable String id, @Valid @RequestBody Change change, IfMatch seen) {
        var proposal = find(id);
        if (proposal.version() != seen.version()) {
            return Etags.stale();
        }
        if (!proposal.need().allows(change.quantity())) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "not_sold_so", "/quantity", "Order whole packs, and not below the minimum.");
        }
        return answer(proposals.choose(proposal, change.quantity()));
    }

    /** What nobody offers cannot be approved: it needs a supplier first. */
    @Idempotent(prefix = "rap")
    @PostMapping("/{id}/approve")
    @Answers({"200", "409 already_decided no_offer offer_changed insufficient_stock"})
    ResponseEntity<?> approve(@PathVariable String id, ResourceId request, Caller caller) {
        return switch (approve.approve(find(id), request.value(), caller.id())) {
            case Outcome.Approved(var proposal) -> ok(proposal);
            case Outcome.Refusal(var code, var detail) -> refused(CONFLICT, code, detail);
        };
    }

    @Idempotent(prefix = "rdi")
    @PostMapping("/{id}/dismiss")
    @Answers({"200", "409 already_decided"})
    ResponseEntity<?> dismiss(
            @PathVariable String id, @Valid @RequestBody Dismissal request, ResourceId key, Caller caller) {
        var seen = find(id);
        return seen.isDecidedBy(key.value())
                ? ok(seen)
                : answer(proposals.dismiss(
                        seen, new Decision(key.value(), caller.id(), clock.instant(), request.reason())));
    }

    private Proposal find(String id) {
        return proposals.find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    private static ResponseEntity<ProposalView> ok(Proposal proposal) {
        return Etags.ok(ProposalView.of(proposal), proposal.version());
    }

    private static ResponseEntity<?> answer(Optional<Proposal> changed) {
        if (changed.isPresent()) {
            return ok(changed.get());
        }
        var decided = Approve.decided();
        return refused(CONFLICT, decided.code(), decided.detail());
    }
}
