package io.nearstock.inventory.partner;

import static java.util.stream.Collectors.toSet;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.AuthenticityCodes;
import io.nearstock.inventory.AuthenticityCodes.Origin;
import io.nearstock.inventory.Notice;
import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.partner.ShippingNotice.ShippedLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an advance shipping notice of what a supplier says, and signs for its goods. */
@Component
final class Announce {

    /** As many as a document can hold, whatever they say; a serial has one, and a lot without serials. */
    private static final int MOST_CODES = 10_000;

    private final AuthenticityCodes codes;

    Announce(AuthenticityCodes codes) {
        this.codes = codes;
    }

    /**
     * The notice, with a code for each serial, or one for the lot.
     *
     * @throws UnmetRequestException 422 where it names what was not ordered, serials that cannot be, or too many
     */
    Notice notice(PurchaseOrder order, ShippingNotice request, Instant now) {
        var known = order.notice() == null ? 0 : order.notice().codes();
        if (known + request.codes() > MOST_CODES) {
            throw unmet("too_many_codes", "/lines", "An order has at most " + MOST_CODES + " codes.");
        }
        var ordered = order.items().stream().map(Item::sku).collect(toSet());
        var serials = new HashSet<List<String>>();
        var lines = IntStream.range(0, request.lines().size())
                .mapToObj(index -> {
                    var line = request.lines().get(index);
                    if (!ordered.contains(line.sku())) {
                        throw unmet("not_ordered", "/lines/" + index + "/sku", "This was not ordered.");
                    }
                    var numbers = line.numbers();
                    var fits = numbers.isEmpty() || numbers.size() == line.quantity();
                    if (!fits || !numbers.stream().allMatch(number -> serials.add(List.of(line.sku(), number)))) {
                        throw unmet(
                                "serials_differ", "/lines/" + index + "/serials", "One serial for each unit, once.");
                    }
                    return line(order, line, numbers);
                })
                .toList();
        return Notice.of(lines, request.reference(), now);
    }

    private NoticeLine line(PurchaseOrder order, ShippedLine line, List<String> serials) {
        var signed = serials.isEmpty()
                ? List.of(code(order, line, null))
                : serials.stream().map(serial -> code(order, line, serial)).toList();
        return new NoticeLine(line.sku(), line.quantity(), line.lot(), line.expiresOn(), serials, signed);
    }

    private String code(PurchaseOrder order, ShippedLine line, @Nullable String serial) {
        return codes.sign(new Origin(order.supplierId(), order.id(), line.sku(), line.lot(), serial));
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
