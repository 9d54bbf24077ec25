package io.nearstock.inventory.partner;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.OfferDraft;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Bid;
import io.nearstock.inventory.SourcingRequests;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What we look for, and what a supplier would do it for; nobody sees the bids of others. */
@RestController
final class BidController {

    private static final int ATTEMPTS = 20;

    record BidRequest(
            @NotNull @Valid OfferDraft.Cost unitCost,
            @Nullable @Positive @Max(1_000_000) Integer minimumQuantity,
            @Nullable @Positive @Max(1_000_000) Integer packSize,
            @PositiveOrZero @Max(365) int leadTimeDays) {}

    record OpenRequest(
            String id, String sku, int quantity, @Nullable LocalDate neededBy, Instant at) {

        static OpenRequest of(SourcingRequest request) {
            return new OpenRequest(request.id(), request.sku(), request.quantity(), request.neededBy(), request.at());
        }
    }

    record BidView(String id, Money unitCost, int minimumQuantity, int packSize, int leadTimeDays, Instant at) {

        static BidView of(Bid bid) {
            return new BidView(
                    bid.id(), bid.unitCost(), bid.minimumQuantity(), bid.packSize(), bid.leadTimeDays(), bid.at());
        }
    }

    private final Partner partner;
    private final SourcingRequests requests;
    private final Clock clock;

    BidController(Partner partner, SourcingRequests requests, Clock clock) {
        this.partner = partner;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/api/partner/sourcing-requests")
    @Answers({"200", "404 not_found"})
    Page<OpenRequest> requests(PageRequest page, Caller caller) {
        partner.of(caller);
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(requests.openAfter(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(OpenRequest::of);
    }

    /** A supplier's last bid counts. */
    @Idempotent(prefix = "bid")
    @PostMapping("/api/partner/sourcing-requests/{id}/bids")
    @Answers({"201", "409 request_closed supplier_suspended"})
    ResponseEntity<?> bid(
            @PathVariable String id, @Valid @RequestBody BidRequest said, ResourceId bidId, Caller caller) {
        var supplier = partner.of(caller);
        if (supplier.suspended() != null) {
            return refused(CONFLICT, "supplier_suspended", "We do not buy from you at the moment.");
        }
        var bid = new Bid(
                bidId.value(),
                supplier.id(),
                new Money(said.unitCost().amount(), said.unitCost().currency()),
                Objects.requireNonNullElse(said.minimumQuantity(), 1),
                Objects.requireNonNullElse(said.packSize(), 1),
                said.leadTimeDays(),
                clock.instant());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var request = requests.find(id).orElseThrow(() -> new UnknownIdException(id));
            if (!request.isOpen()) {
                return refused(CONFLICT, "request_closed", "This has been found.");
            }
            if (requests.replace(request.with(bid))) {
                return ResponseEntity.status(CREATED).body(BidView.of(bid));
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }
}
