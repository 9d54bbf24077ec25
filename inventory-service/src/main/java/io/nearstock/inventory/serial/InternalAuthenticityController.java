package io.nearstock.inventory.serial;

import io.nearstock.inventory.AuthenticityCodes;
import io.nearstock.inventory.AuthenticityCodes.Origin;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnits;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells order-service what the code on goods is worth that an order's customer has in hand. */
@RestController
final class InternalAuthenticityController {

    /** What a code says of goods, beside an order. */
    enum Verdict {
        /** Nobody signed it. */
        FORGED("forged"),
        /** The unit, or some of the lot, left for this order. */
        GENUINE("genuine"),
        /** The unit left for another order: its code was copied, or goods were swapped. */
        OTHER_ORDER("other_order"),
        /** The unit has not left for anybody, or is back: its code was copied. */
        NOT_SOLD("not_sold");

        private final String wireName;

        Verdict(String wireName) {
            this.wireName = wireName;
        }
    }

    /** Nothing of whose the goods are else. */
    record AuthenticityView(
            String verdict,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String serial) {

        static AuthenticityView of(Verdict verdict, Origin origin) {
            return new AuthenticityView(verdict.wireName, origin.sku(), origin.lot(), origin.serial());
        }
    }

    private final AuthenticityCodes codes;
    private final SerialUnits units;
    private final Lots lots;

    InternalAuthenticityController(AuthenticityCodes codes, SerialUnits units, Lots lots) {
        this.codes = codes;
        this.units = units;
        this.lots = lots;
    }

    @GetMapping("/internal/authenticity/{code}")
    AuthenticityView check(@PathVariable String code, @RequestParam String orderId) {
        return codes.check(code)
                .map(origin -> AuthenticityView.of(verdict(origin, orderId), origin))
                .orElseGet(() -> new AuthenticityView(Verdict.FORGED.wireName, null, null, null));
    }

    private Verdict verdict(Origin origin, String orderId) {
        var serial = origin.serial();
        return serial == null
                ? ofLot(origin, orderId)
                : units.find(origin.sku(), serial)
                        .map(unit -> ofUnit(unit, origin, orderId))
                        .orElse(Verdict.NOT_SOLD);
    }

    private static Verdict ofUnit(SerialUnit unit, Origin origin, String orderId) {
        var taken = unit.taken();
        if (taken == null
                || !taken.isSale()
                || !origin.supplierId().equals(unit.source().supplierId())) {
            return Verdict.NOT_SOLD;
        }
        return orderId.equals(taken.orderId()) ? Verdict.GENUINE : Verdict.OTHER_ORDER;
    }

    /** A lot's code is on many units: it can only be said whether the order got any of them. */
    private Verdict ofLot(Origin origin, String orderId) {
        var isTheirs = lots.picksFor(orderId, origin.sku()).stream()
                .flatMap(pick -> pick.parts().stream())
                .anyMatch(part -> part.lot().equals(origin.lot()));
        return isTheirs ? Verdict.GENUINE : Verdict.OTHER_ORDER;
    }
}
