package io.nearstock.inventory.posting;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.ReturnedGoods;
import io.nearstock.inventory.ReturnedGoods.Part;
import io.nearstock.inventory.Returns;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.posting.ReturnRequest.ReturnedLine;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ReturnController {

    enum Condition {
        AVAILABLE(MovementKind.RETURN),
        QUARANTINED(MovementKind.QUARANTINED_RETURN),
        DAMAGED(MovementKind.DAMAGED_RETURN);

        private final MovementKind kind;

        Condition(MovementKind kind) {
            this.kind = kind;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record ReturnView(String id, String hubId, String returnId, long units, Instant at) {}

    private final Post post;
    private final Returns returns;
    private final Provenance provenance;
    private final SortReturn sortReturn;
    private final ReturnedSerials serials;
    private final BalanceLimits limits;
    private final Hubs hubs;
    private final Clock clock;

    ReturnController(
            Post post,
            Returns returns,
            Provenance provenance,
            SortReturn sortReturn,
            ReturnedSerials serials,
            BalanceLimits limits,
            Hubs hubs,
            Clock clock) {
        this.post = post;
        this.returns = returns;
        this.provenance = provenance;
        this.sortReturn = sortReturn;
        this.serials = serials;
        this.limits = limits;
        this.hubs = hubs;
        this.clock = clock;
    }

    /** Told once, and one posting for each condition; the same request again does what is missing. */
    @Idempotent(prefix = "rtn")
    @PostMapping("/api/stock/returns")
    @Answers({
        "201",
        "409 serial_not_out",
        "422 unknown_hub unknown_lot unknown_serial serial_of_other_order balance_too_large"
    })
    ResponseEntity<ReturnView> takeBack(@Valid @RequestBody ReturnRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var back = returns.find(id.value()).orElseGet(() -> returns.add(goods(id.value(), request)));
        for (var condition : Condition.values()) {
            book(back, condition, request.reason(), caller.id());
        }
        return ResponseEntity.status(CREATED)
                .body(new ReturnView(id.value(), request.hubId(), request.returnId(), request.units(), back.at()));
    }

    private ReturnedGoods goods(String id, ReturnRequest request) {
        limits.check(request.portions());
        var told = parts(request); // refuses what cannot be, before anything is decided
        serials.claim(id, request, clock.instant());
        return new ReturnedGoods(
                id,
                request.returnId(),
                request.orderId(),
                request.hubId(),
                told,
                sortReturn.sort(id, request),
                clock.instant());
    }

    private void book(ReturnedGoods back, Condition condition, @Nullable String reason, String actor) {
        var units = back.booked(condition.wireName());
        if (units.isEmpty()) {
            return;
        }
        var lines = units.stream()
                .map(each -> new Line(each.sku(), each.quantity()))
                .toList();
        var step = Step.of(
                back.id() + "." + condition.wireName(),
                condition.kind,
                Portion.at(back.hubId(), lines),
                new Cause("return", back.returnId()),
                actor,
                reason,
                back.at());
        serials.assign(back, units, step.id());
        post.receive(
                step,
                units.stream().flatMap(each -> Stream.ofNullable(each.lot())).toList());
    }

    private List<Part> parts(ReturnRequest request) {
        return IntStream.range(0, request.lines().size())
                .mapToObj(index -> part(request.lines().get(index), request.orderId(), index))
                .toList();
    }

    private Part part(ReturnedLine line, @Nullable String orderId, int index) {
        if (line.lot() != null && !provenance.isLot(line.sku(), line.lot())) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "unknown_lot", "/lines/" + index + "/lot", "No such lot ever came.");
        }
        var origin = line.numbers().isEmpty() ? provenance.of(line.sku(), line.lot(), orderId) : serials.origin(line);
        return new Part(
                line.sku(), line.quantity(), line.condition(), line.reason(), origin.lot(), origin.supplierId());
    }
}
