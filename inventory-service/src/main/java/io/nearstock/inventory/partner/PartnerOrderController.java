package io.nearstock.inventory.partner;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.PurchaseOrderView;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.PurchaseRules;
import io.nearstock.inventory.PurchaseRules.Ruling;
import io.nearstock.inventory.Score;
import io.nearstock.inventory.Scores;
import io.nearstock.inventory.Tracks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A supplier's own orders; of others' it is told what it is told of orders that never were. */
@RestController
final class PartnerOrderController {

    record Acknowledgement(@Nullable LocalDate expectedOn) {}

    record Rejection(@NotBlank @Size(max = 200) String reason) {}

    /** A supplier's own score and what its parts count for. */
    record QualityView(Score score, Score.Weights weights) {}

    private final Partner partner;
    private final PurchaseOrders orders;
    private final Announce announce;
    private final ArrivalDays days;
    private final Scores scores;
    private final Tracks tracks;
    private final HoldSettings settings;
    private final Clock clock;

    PartnerOrderController(
            Partner partner,
            PurchaseOrders orders,
            Announce announce,
            ArrivalDays days,
            Scores scores,
            Tracks tracks,
            HoldSettings settings,
            Clock clock) {
        this.partner = partner;
        this.orders = orders;
        this.announce = announce;
        this.days = days;
        this.scores = scores;
        this.tracks = tracks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that have been sent to it. */
    @GetMapping("/api/partner/purchase-orders")
    @Answers({"200", "404 not_found"})
    Page<PurchaseOrderView> orders(PageRequest page, Caller caller) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(
                        orders.toldTo(partner.of(caller).id(), after, page.limit() + 1),
                        page,
                        last -> Cursor.of(last.id()))
                .map(PurchaseOrderView::of);
    }

    @GetMapping("/api/partner/purchase-orders/{id}")
    @Answers({"200", "304"})
    ResponseEntity<PurchaseOrderView> order(@PathVariable String id, Caller caller) {
        var order = partner.order(id, caller);
        return Etags.ok(tracks.view(order), order.version());
    }

    /** However often it is said: the last day counts, for what is still to come. */
    @Idempotent(prefix = "ack")
    @PostMapping("/api/partner/purchase-orders/{id}/acknowledge")
    @Answers({
        "200",
        "409 purchase_order_received purchase_order_cancelled purchase_order_rejected too_many_changes",
        "422 expected_in_past expected_too_late"
    })
    ResponseEntity<?> acknowledge(@PathVariable String id, @Valid @RequestBody Acknowledgement request, Caller caller) {
        var expectedOn = days.checked(request.expectedOn());
        return change(id, caller, rules -> rules.acknowledge(expectedOn));
    }

    @Idempotent(prefix = "rej")
    @PostMapping("/api/partner/purchase-orders/{id}/reject")
    @Answers({
        "200",
        "409 purchase_order_acknowledged purchase_order_shipped purchase_order_partially_received"
                + " purchase_order_received purchase_order_cancelled"
    })
    ResponseEntity<?> reject(@PathVariable String id, @Valid @RequestBody Rejection request, Caller caller) {
        return change(id, caller, rules -> rules.reject(request.reason()));
    }

    /**
     * Adds to what was announced: an order is shipped in any number of parts. The same notice once more changes nothing but the
     * day. The answer has a signed authenticity code for each serial, or one for the lot.
     */
    @Idempotent(prefix = "asn")
    @PostMapping("/api/partner/purchase-orders/{id}/ship")
    @Answers({
        "200",
        "409 purchase_order_received purchase_order_cancelled purchase_order_rejected notice_differs serial_announced"
                + " expiry_differs over_announced too_many_changes",
        "422 not_ordered serials_differ too_many_codes expected_in_past expected_too_late"
    })
    ResponseEntity<?> ship(@PathVariable String id, @Valid @RequestBody ShippingNotice request, Caller caller) {
        var order = partner.order(id, caller);
        var expectedOn = days.checked(request.expectedOn());
        var notice = announce.notice(order, request, clock.instant());
        return change(id, caller, rules -> rules.ship(notice, expectedOn));
    }

    @GetMapping("/api/partner/quality")
    @Answers({"200", "404 not_found"})
    QualityView quality(Caller caller) {
        return new QualityView(scores.of(partner.of(caller).id()), Score.WEIGHTS);
    }

    private ResponseEntity<?> change(String id, Caller caller, Function<PurchaseRules, Ruling> command) {
        var ruling = orders.change(
                partner.order(id, caller),
                order -> command.apply(new PurchaseRules(order, caller.id(), clock.instant(), settings.lease())));
        return switch (ruling) {
            case Ruling.Next(var order) -> Etags.ok(tracks.view(order), order.version());
            case Ruling.Same(var order) -> Etags.ok(tracks.view(order), order.version());
            case Ruling.Refusal(var code, var detail) -> refused(CONFLICT, code, detail);
        };
    }
}
