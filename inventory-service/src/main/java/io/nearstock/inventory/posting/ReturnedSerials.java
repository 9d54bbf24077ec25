package io.nearstock.inventory.posting;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.ReturnedGoods;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.posting.Provenance.Origin;
import io.nearstock.inventory.posting.ReturnRequest.ReturnedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single units that come back: claimed for their return before anything is decided, so that none comes back twice. */
@Component
final class ReturnedSerials {

    private final SerialUnits units;
    private final SerialClaims claims;

    ReturnedSerials(SerialUnits units, SerialClaims claims) {
        this.units = units;
        this.claims = claims;
    }

    /**
     * Claims all that a return names; the same again does nothing.
     *
     * @throws UnmetRequestException where one is not known, not out, or somebody else's; then none is claimed
     */
    void claim(String id, ReturnRequest request, Instant now) {
        var coming = IntStream.range(0, request.lines().size())
                .boxed()
                .flatMap(index -> find(request.lines().get(index), "/lines/" + index + "/serials").stream())
                .map(unit -> unit.comingBack(request.hubId(), id, now))
                .toList();
        var orderId = request.orderId();
        if (orderId != null && coming.stream().anyMatch(unit -> isSomebodyElses(unit, orderId))) {
            throw unmet("serial_of_other_order", "/orderId", "This order did not get all of them.");
        }
        var refused = coming.isEmpty() ? coming : claims.takeBack(coming);
        if (!refused.isEmpty()) {
            throw new UnmetRequestException(CONFLICT, "serial_not_out", "/lines", SerialClaims.known(refused));
        }
    }

    private List<SerialUnit> find(ReturnedLine line, String pointer) {
        var found = units.of(line.sku(), line.numbers());
        if (found.size() < line.numbers().size()) {
            throw unmet("unknown_serial", pointer, "No such unit was ever there.");
        }
        return found;
    }

    private boolean isSomebodyElses(SerialUnit coming, String orderId) {
        return units.find(coming.sku(), coming.serial())
                .filter(unit -> unit.taken() != null)
                .filter(unit -> !orderId.equals(unit.orderId()))
                .isPresent();
    }

    /** Where a line's units are from; what differs is not told. */
    Origin origin(ReturnedLine line) {
        var found = units.of(line.sku(), line.numbers());
        return new Origin(
                only(found, unit -> unit.source().lot()),
                only(found, unit -> unit.source().supplierId()));
    }

    private static @Nullable String only(List<SerialUnit> units, Function<SerialUnit, @Nullable String> says) {
        var said = units.stream()
                .map(unit -> Optional.ofNullable(says.apply(unit)))
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst().orElse(null) : null;
    }

    /** Leaves those of one condition to the step that books them. */
    void assign(ReturnedGoods back, List<ReturnedGoods.Units> booked, String step) {
        for (var each : booked) {
            var serials = each.serials();
            if (serials != null) {
                claims.assign(each.sku(), serials, back.id(), step);
            }
        }
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
