package io.nearstock.inventory.tender;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Scores;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.tender.Ranking.Ranked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SourcingRequestController {

    record Wanted(
            @NotBlank @Size(max = 64) String sku,
            @NotBlank String hubId,
            @Positive @Max(1_000_000) int quantity,
            @Nullable LocalDate neededBy) {}

    record AwardRequest(@NotBlank String bidId) {}

    /**
     * A request as staff sees it.
     *
     * @param bids the best first, with what each part of its rank came to
     */
    record RequestView(
            String id,
            String sku,
            String hubId,
            int quantity,
            @Nullable LocalDate neededBy,
            String status,
            String cause,
            List<Ranked> bids,
            Ranking.Weights weights,
            @Nullable String awarded,
            Instant at) {}

    record AwardView(String sourcingRequestId, String bidId, String purchaseOrderId) {}

    private final SourcingRequests requests;
    private final Award award;
    private final Scores scores;
    private final Hubs hubs;
    private final Clock clock;

    SourcingRequestController(SourcingRequests requests, Award award, Scores scores, Hubs hubs, Clock clock) {
        this.requests = requests;
        this.award = award;
        this.scores = scores;
        this.hubs = hubs;
        this.clock = clock;
    }

    @Idempotent(prefix = "srq")
    @PostMapping("/api/sourcing-requests")
    @Answers({"201", "409 already_requested", "422 unknown_hub"})
    ResponseEntity<?> open(@Valid @RequestBody Wanted wanted, ResourceId id) {
        hubs.named(wanted.hubId(), "/hubId");
        var request = SourcingRequest.opened(
                id.value(),
                wanted.sku(),
                wanted.hubId(),
                wanted.quantity(),
                wanted.neededBy(),
                "staff",
                clock.instant());
        if (!requests.add(request) && requests.find(id.value()).isEmpty()) {
            return refused(CONFLICT, "already_requested", "This is looked for already.");
        }
        return ResponseEntity.created(URI.create("/api/sourcing-requests/" + id.value()))
                .body(view(request));
    }

    @GetMapping("/api/sourcing-requests")
    Page<RequestView> requests(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(requests.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(this::view);
    }

    @GetMapping("/api/sourcing-requests/{id}")
    @Answers({"200", "304"})
    ResponseEntity<RequestView> request(@PathVariable String id) {
        var request = find(id);
        return Etags.ok(view(request), request.version());
    }

    /** The bid becomes an offer and an order's draft. */
    @Idempotent(prefix = "po")
    @PostMapping("/api/sourcing-requests/{id}/award")
    @Answers({"200", "404 not_found", "409 request_closed"})
    ResponseEntity<?> award(
            @PathVariable String id, @Valid @RequestBody AwardRequest chosen, ResourceId orderId, Caller caller) {
        var request = find(id);
        var bid = request.bid(chosen.bidId()).orElseThrow(() -> new UnknownIdException(chosen.bidId()));
        return award.award(request, bid, orderId.value(), caller.id())
                ? ResponseEntity.ok(new AwardView(id, bid.id(), orderId.value()))
                : refused(CONFLICT, "request_closed", "This has been awarded, or changed a moment ago.");
    }

    private RequestView view(SourcingRequest request) {
        return new RequestView(
                request.id(),
                request.sku(),
                request.hubId(),
                request.quantity(),
                request.neededBy(),
                request.isOpen() ? "open" : "awarded",
                request.cause(),
                Ranking.of(request, scores::of),
                Ranking.WEIGHTS,
                request.awarded(),
                request.at());
    }

    private SourcingRequest find(String id) {
        return requests.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
