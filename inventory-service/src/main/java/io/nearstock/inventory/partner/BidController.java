package io.nearstock.inventory.partner;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.BuyingSettings;
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
            @PositiveOrZero @Max(365) int leadTimeDays) {

        private Bid bid(String id, String supplierId, Instant now) {
            return new Bid(
                    id,
                    supplierId,
                    unitCost.money(),
                    Objects.requireNonNullElse(minimumQuantity, 1),
                    Objects.requireNonNullElse(packSize, 1),
                    leadTimeDays,
                    now);
        }
    }

    /**
     * A request as suppliers see it.
     *
     * @param currency what bids are to be in
     */
    record OpenRequest(
            String id, String sku, int quantity, @Nullable LocalDate neededBy, String currency, Instant at) {}

    record BidView(String id, Money unitCost, int minimumQuantity, int packSize, int leadTimeDays, Instant at) {

        static BidView of(Bid bid) {
            return new BidView(
                    bid.id(), bid.unitCost(), bid.minimumQuantity(), bid.packSize(), bid.leadTimeDays(), bid.at());
        }
    }

    private final Partner partner;
    private final SourcingRequests requests;
    private final String currency;
    private final Clock clock;

    BidController(Partner partner, SourcingRequests requests, BuyingSettings settings, Clock clock) {
        this.partner = partner;
        this.requests = requests;
        this.currency = settings.currency();
        this.clock = clock;
    }

    /** Those that are open to all, or to it. */
    @GetMapping("/api/partner/sourcing-requests")
    @Answers({"200", "404 not_found"})
    Page<OpenRequest> requests(PageRequest page, Caller caller) {
        var supplier = partner.of(caller).id();
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(requests.openAfter(supplier, after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(this::view);
    }

    /** A supplier's last bid counts. */
    @Idempotent(prefix = "bid")
    @PostMapping("/api/partner/sourcing-requests/{id}/bids")
    @Answers({"201", "409 request_closed request_withdrawn supplier_suspended", "422 wrong_currency"})
    ResponseEntity<?> bid(
            @PathVariable String id, @Valid @RequestBody BidRequest said, ResourceId bidId, Caller caller) {
        var supplier = partner.of(caller);
        if (supplier.suspended() != null) {
            return refused(CONFLICT, "supplier_suspended", "We do not buy from you at the moment.");
        }
        if (!said.unitCost().currency().equals(currency)) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "wrong_currency", "/unitCost/currency", "Bids are in " + currency + ".");
        }
        return bid(id, said.bid(bidId.value(), supplier.id(), clock.instant()));
    }

    private ResponseEntity<?> bid(String id, Bid bid) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var request = requests.find(id)
                    .filter(found -> found.isFor(bid.supplierId()))
                    .orElseThrow(() -> new UnknownIdException(id));
            if (request.withdrawal() != null) {
                return refused(CONFLICT, "request_withdrawn", "This is not looked for any more.");
            }
            if (!request.isOpen()) {
                return refused(CONFLICT, "request_closed", "This has been found.");
            }
            if (requests.replace(request.with(bid))) {
                return ResponseEntity.status(CREATED).body(BidView.of(bid));
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    private OpenRequest view(SourcingRequest request) {
        return new OpenRequest(
                request.id(), request.sku(), request.quantity(), request.neededBy(), currency, request.at());
    }
}
