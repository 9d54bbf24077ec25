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
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.BuyingSettings;
import io.nearstock.inventory.Scores;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.tender.OpenRequest.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SourcingRequestController {

    private static final int ATTEMPTS = 20;

    record AwardRequest(@NotBlank String bidId) {}

    record WithdrawalRequest(@NotBlank @Size(max = 200) String reason) {}

    record AwardView(String sourcingRequestId, String bidId, String purchaseOrderId) {}

    private final SourcingRequests requests;
    private final OpenRequest opening;
    private final Award award;
    private final Ranking ranking;
    private final Clock clock;

    SourcingRequestController(
            SourcingRequests requests,
            OpenRequest opening,
            Award award,
            Scores scores,
            BuyingSettings settings,
            Clock clock) {
        this.requests = requests;
        this.opening = opening;
        this.award = award;
        this.ranking = new Ranking(settings.currency(), scores::of);
        this.clock = clock;
    }

    @Idempotent(prefix = "srq")
    @PostMapping("/api/sourcing-requests")
    @Answers({"201", "409 already_requested", "422 unknown_hub unknown_supplier needed_in_past"})
    ResponseEntity<?> open(@Valid @RequestBody Wanted wanted, ResourceId id) {
        var request = opening.of(id.value(), wanted);
        if (!requests.add(request) && requests.find(id.value()).isEmpty()) {
            return refused(CONFLICT, "already_requested", "This is looked for already.");
        }
        return ResponseEntity.created(URI.create("/api/sourcing-requests/" + id.value()))
                .body(RequestView.of(request, ranking));
    }

    @GetMapping("/api/sourcing-requests")
    Page<RequestView> requests(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(requests.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(request -> RequestView.of(request, ranking));
    }

    @GetMapping("/api/sourcing-requests/{id}")
    @Answers({"200", "304"})
    ResponseEntity<RequestView> request(@PathVariable String id) {
        return ok(find(id));
    }

    /** The bid becomes an offer and an order's draft. */
    @Idempotent(prefix = "po")
    @PostMapping("/api/sourcing-requests/{id}/award")
    @Answers({"200", "404 not_found", "409 request_closed supplier_suspended"})
    ResponseEntity<?> award(
            @PathVariable String id, @Valid @RequestBody AwardRequest chosen, ResourceId orderId, Caller caller) {
        var request = find(id);
        var bid = request.bid(chosen.bidId()).orElseThrow(() -> new UnknownIdException(chosen.bidId()));
        return switch (award.award(request, bid, orderId.value(), caller.id())) {
            case AWARDED -> ResponseEntity.ok(new AwardView(id, bid.id(), orderId.value()));
            case CLOSED -> refused(CONFLICT, "request_closed", "This has been awarded, or changed a moment ago.");
            case SUSPENDED ->
                refused(CONFLICT, "supplier_suspended", "Nothing is ordered from this supplier at the moment.");
        };
    }

    /** Ends it without an award; suppliers do not see it any more. */
    @Idempotent(prefix = "srw")
    @PostMapping("/api/sourcing-requests/{id}/withdraw")
    @Answers({"200", "409 request_closed"})
    ResponseEntity<?> withdraw(@PathVariable String id, @Valid @RequestBody WithdrawalRequest why, Caller caller) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var request = find(id);
            if (request.withdrawal() != null) {
                return ok(request);
            }
            if (!request.isOpen()) {
                return refused(CONFLICT, "request_closed", "This has been awarded.");
            }
            var next = request.withdrawn(why.reason(), caller.id(), clock.instant());
            if (requests.replace(next)) {
                return ok(next);
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    private ResponseEntity<RequestView> ok(SourcingRequest request) {
        return Etags.ok(RequestView.of(request, ranking), request.version());
    }

    private SourcingRequest find(String id) {
        return requests.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
