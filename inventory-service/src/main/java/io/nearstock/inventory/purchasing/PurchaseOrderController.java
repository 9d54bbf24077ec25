package io.nearstock.inventory.purchasing;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

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
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrderView;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.PurchaseRules;
import io.nearstock.inventory.PurchaseRules.Ruling;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.Suppliers;
import io.nearstock.inventory.Tracks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PurchaseOrderController {

    record Reason(@Nullable @Size(max = 200) String reason) {}

    private static final Ruling SUSPENDED =
            new Ruling.Refusal("supplier_suspended", "Nothing is ordered from this supplier at the moment.");

    private final PurchaseOrders orders;
    private final DraftOrder drafts;
    private final Suppliers suppliers;
    private final Hubs hubs;
    private final SerialClaims serials;
    private final Tracks tracks;
    private final HoldSettings settings;
    private final Clock clock;

    PurchaseOrderController(
            PurchaseOrders orders,
            DraftOrder drafts,
            Suppliers suppliers,
            Hubs hubs,
            SerialClaims serials,
            Tracks tracks,
            HoldSettings settings,
            Clock clock) {
        this.orders = orders;
        this.drafts = drafts;
        this.suppliers = suppliers;
        this.hubs = hubs;
        this.serials = serials;
        this.tracks = tracks;
        this.settings = settings;
        this.clock = clock;
    }

    @Idempotent(prefix = "po")
    @PostMapping("/api/purchase-orders")
    @Answers({
        "201",
        "409 supplier_suspended",
        "422 unknown_supplier unknown_hub no_offer below_minimum not_whole_packs line_repeated currencies_mixed"
    })
    ResponseEntity<?> draft(@Valid @RequestBody PurchaseRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var supplier = suppliers
                .find(request.supplierId())
                .orElseThrow(() -> new UnmetRequestException(
                        UNPROCESSABLE_CONTENT, "unknown_supplier", "/supplierId", "There is no such supplier."));
        if (supplier.suspended() != null) {
            return refused(CONFLICT, "supplier_suspended", "Nothing is ordered there: " + supplier.suspended());
        }
        var order = orders.add(drafts.draft(id.value(), request, caller.id()));
        return ResponseEntity.created(URI.create("/api/purchase-orders/" + id.value()))
                .eTag(Etags.of(order.version()))
                .body(tracks.view(order));
    }

    @GetMapping("/api/purchase-orders")
    Page<PurchaseOrderView> orders(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(orders.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(PurchaseOrderView::of);
    }

    @GetMapping("/api/purchase-orders/{id}")
    @Answers({"200", "304"})
    ResponseEntity<PurchaseOrderView> order(@PathVariable String id) {
        var order = find(id);
        return Etags.ok(tracks.view(order), order.version());
    }

    @Idempotent(prefix = "poa")
    @PostMapping("/api/purchase-orders/{id}/approve")
    @Answers({
        "200",
        "409 purchase_order_sent purchase_order_acknowledged purchase_order_shipped purchase_order_partially_received"
                + " purchase_order_received purchase_order_cancelled purchase_order_rejected supplier_suspended"
    })
    ResponseEntity<?> approve(@PathVariable String id, Caller caller) {
        return buy(id, caller, PurchaseRules::approve);
    }

    /** The supplier sees it from now on, and its goods are expected. */
    @Idempotent(prefix = "pos")
    @PostMapping("/api/purchase-orders/{id}/send")
    @Answers({
        "200",
        "409 purchase_order_draft purchase_order_acknowledged purchase_order_shipped purchase_order_partially_received"
                + " purchase_order_received purchase_order_cancelled purchase_order_rejected supplier_suspended"
    })
    ResponseEntity<?> send(@PathVariable String id, Caller caller) {
        return buy(id, caller, rules -> rules.send(drafts.expectedOn(rules.order())));
    }

    /** What a supplier knows of already goes on. */
    private ResponseEntity<?> buy(String id, Caller caller, Function<PurchaseRules, Ruling> command) {
        return change(id, caller, rules -> {
            var order = rules.order();
            var goesOn = order.isToldToSupplier() || suppliers.isOneToBuyFrom(order.supplierId());
            return goesOn ? command.apply(rules) : SUSPENDED;
        });
    }

    @Idempotent(prefix = "poc")
    @PostMapping("/api/purchase-orders/{id}/cancel")
    @Answers({
        "200",
        "409 purchase_order_shipped purchase_order_partially_received purchase_order_received purchase_order_rejected"
    })
    ResponseEntity<?> cancel(@PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
        return change(id, caller, rules -> rules.cancel(reason.reason()));
    }

    @Idempotent(prefix = "rcp")
    @PostMapping("/api/purchase-orders/{id}/receipts")
    @Answers({
        "200",
        "409 purchase_order_draft purchase_order_approved purchase_order_received purchase_order_cancelled"
                + " purchase_order_rejected over_delivery serial_known",
        "422 not_ordered"
    })
    ResponseEntity<?> receive(
            @PathVariable String id, @Valid @RequestBody DeliveryRequest request, ResourceId receipt, Caller caller) {
        var order = find(id);
        var delivery = request.labelledBy(order.notice());
        var units = new DeliveredSerials(order, receipt.value(), delivery, clock.instant()).units();
        var known = serials.receive(units);
        return known.isEmpty()
                ? receive(id, delivery, receipt.value(), units, caller)
                : refused(CONFLICT, "serial_known", SerialClaims.known(known));
    }

    private ResponseEntity<?> receive(
            String id, DeliveryRequest delivery, String receipt, List<SerialUnit> units, Caller caller) {
        var last = Boolean.TRUE.equals(delivery.last());
        var answer = change(id, caller, rules -> rules.receive(receipt, delivery.delivered(), last, delivery.reason()));
        if (answer.getStatusCode().isError()) {
            serials.giveUp(units);
        }
        return answer;
    }

    private ResponseEntity<?> change(String id, Caller caller, Function<PurchaseRules, Ruling> command) {
        var ruling = orders.change(
                find(id),
                order -> command.apply(new PurchaseRules(order, caller.id(), clock.instant(), settings.lease())));
        return switch (ruling) {
            case Ruling.Next(var order) -> Etags.ok(tracks.view(order), order.version());
            case Ruling.Same(var order) -> Etags.ok(tracks.view(order), order.version());
            case Ruling.Refusal(var code, var detail) ->
                refused(code.equals("not_ordered") ? UNPROCESSABLE_CONTENT : CONFLICT, code, detail);
        };
    }

    private PurchaseOrder find(String id) {
        return orders.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
