package io.nearstock.inventory.partner;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseRules.Ruling;
import io.nearstock.inventory.Sighting;
import io.nearstock.inventory.Sightings;
import io.nearstock.inventory.TrackingView;
import io.nearstock.inventory.Tracks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a supplier's goods are on their way to us. */
@RestController
final class PositionController {

    /** Clocks of lorries are not quite right. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /**
     * Where goods were.
     *
     * @param notice the reference of the notice that they are of, where an order is shipped in parts
     */
    record PositionUpdate(
            @NotNull @Valid GeoPoint position,
            @NotNull Instant at,
            @Nullable @Size(min = 1, max = 100) String notice) {

        Sighting sighting() {
            return new Sighting(position.position(), Instant.ofEpochMilli(at.toEpochMilli()), notice);
        }
    }

    private final Partner partner;
    private final Sightings sightings;
    private final Tracks tracks;
    private final Clock clock;

    PositionController(Partner partner, Sightings sightings, Tracks tracks, Clock clock) {
        this.partner = partner;
        this.sightings = sightings;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** An older one than is known of the same goods changes nothing, and is answered by the newer. */
    @Idempotent(prefix = "pst")
    @PostMapping("/api/partner/purchase-orders/{id}/positions")
    @Answers({
        "200",
        "409 purchase_order_received purchase_order_cancelled purchase_order_rejected nothing_on_its_way",
        "422 seen_in_future seen_before_order unknown_notice"
    })
    ResponseEntity<?> say(@PathVariable String id, @Valid @RequestBody PositionUpdate request, Caller caller) {
        var order = partner.order(id, caller);
        check(order, request);
        return switch (sightings.add(order, request.sighting())) {
            case Ruling.Next(var next) -> Etags.ok(track(next, request), next.version());
            case Ruling.Same(var same) -> Etags.ok(track(same, request), same.version());
            case Ruling.Refusal(var code, var detail) -> refused(CONFLICT, code, detail);
        };
    }

    private void check(PurchaseOrder order, PositionUpdate request) {
        if (request.at().isAfter(clock.instant().plus(GRACE))) {
            throw unmet("seen_in_future", "/at", "Nobody knows yet where it will be.");
        }
        if (request.at().isBefore(order.history().getFirst().at())) {
            throw unmet("seen_before_order", "/at", "That was before there was this order.");
        }
        var named = request.notice();
        var notice = order.notice();
        if (named != null && notice != null && !notice.hasPart(named)) {
            throw unmet("unknown_notice", "/notice", "There is no notice of this reference.");
        }
    }

    private TrackingView track(PurchaseOrder order, PositionUpdate request) {
        return tracks.of(order).stream()
                .filter(track -> Objects.equals(track.notice(), request.notice()))
                .findFirst()
                .orElseThrow();
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
