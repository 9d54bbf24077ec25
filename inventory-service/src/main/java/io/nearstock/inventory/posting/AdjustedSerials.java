package io.nearstock.inventory.posting;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Bucket;
import io.nearstock.inventory.NamedSerials;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Single units that an adjustment names: those that are missing are taken off the shelf, those that were found come in. */
@Component
final class AdjustedSerials {

    private static final Source FOUND = new Source(null, null, null, false);

    private final NamedSerials named;
    private final SerialClaims claims;

    AdjustedSerials(NamedSerials named, SerialClaims claims) {
        this.named = named;
        this.claims = claims;
    }

    /**
     * Keeps them from everybody else before the adjustment is posted; the same again does nothing.
     *
     * @throws UnmetRequestException where one is not there to go, or not away to come; then all stay what they are
     */
    void take(Portion difference, List<String> serials, String adjustment, Instant now) {
        if (difference.quantity() > 0) {
            var known = claims.receive(coming(difference, serials, adjustment, now));
            refuse(known.isEmpty(), "serial_known", SerialClaims.known(known));
        } else {
            var missing = named.pick(difference, serials, Bucket.AVAILABLE, adjustment);
            refuse(missing.isEmpty(), "serial_not_here", "These are not there to be taken off: " + missing);
        }
    }

    /** After an adjustment that was refused. */
    void giveUp(Portion difference, List<String> serials, String adjustment, Instant now) {
        if (difference.quantity() > 0) {
            claims.giveUp(coming(difference, serials, adjustment, now));
        } else {
            named.letGo(difference, adjustment);
        }
    }

    private static List<SerialUnit> coming(Portion found, List<String> serials, String adjustment, Instant now) {
        var claim = new Claim(adjustment, FOUND, now);
        return serials.stream()
                .map(serial -> SerialUnit.coming(found.sku(), serial, found.hubId(), claim))
                .toList();
    }

    private static void refuse(boolean isFine, String code, String detail) {
        if (!isFine) {
            throw new UnmetRequestException(CONFLICT, code, "/serials", detail);
        }
    }
}
