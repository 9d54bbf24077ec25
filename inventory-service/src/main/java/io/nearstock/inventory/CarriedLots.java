package io.nearstock.inventory;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.Transfer.Load;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which lots and single units come with a transfer: those that left, where all of them came. Where some are missing nobody knows
 * which; then only what is all of one lot has one.
 */
@Component
final class CarriedLots {

    private final Lots lots;
    private final SerialUnits units;
    private final SerialClaims claims;

    CarriedLots(Lots lots, SerialUnits units, SerialClaims claims) {
        this.lots = lots;
        this.units = units;
        this.claims = claims;
    }

    /** What comes in by one step; its single units are claimed for it. The same again does nothing. */
    List<Consignment> broughtBy(Step step, Transfer transfer) {
        return step.kind() == MovementKind.ARRIVAL
                ? transfer.loads().stream()
                        .filter(load -> load.arrived() > 0)
                        .flatMap(load -> left(transfer, load).stream()
                                .flatMap(pick -> brought(pick, load, step, transfer.toHubId())))
                        .toList()
                : List.of();
    }

    private Optional<Pick> left(Transfer transfer, Load load) {
        var movement = transfer.departure().movementId(StockRow.id(load.sku(), transfer.fromHubId()));
        return lots.picksBy(load.sku(), List.of(movement)).stream().findFirst();
    }

    private Stream<Consignment> brought(Pick pick, Load load, Step step, String hubId) {
        var allCame = load.arrived() >= load.dispatched();
        if (allCame) {
            claim(pick, step, hubId);
            return pick.parts().stream().map(part -> consignment(pick, part, part.quantity()));
        }
        var isOfOne = pick.parts().size() == 1 && pick.parts().getFirst().quantity() == load.dispatched();
        return isOfOne ? pick.parts().stream().map(part -> consignment(pick, part, load.arrived())) : Stream.empty();
    }

    private void claim(Pick pick, Step step, String hubId) {
        var coming = units.takenBy(pick).stream()
                .map(unit -> unit.comingBack(hubId, step.id(), step.at()))
                .toList();
        if (!coming.isEmpty()) {
            claims.receive(coming);
        }
    }

    private Consignment consignment(Pick pick, Part part, int units) {
        return new Consignment(pick.sku(), part.lot(), expiry(pick, part), part.supplierId(), units);
    }

    private @Nullable LocalDate expiry(Pick pick, Part part) {
        return lots.of(pick.sku()).stream()
                .filter(book -> book.hubId().equals(pick.hubId()))
                .flatMap(book -> book.lots().stream())
                .filter(lot -> lot.lot().equals(part.lot()))
                .map(Lot::expiresOn)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }
}
