package io.nearstock.inventory.serial;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.SerialUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where single units are. */
@RestController
final class SerialController {

    record SerialsView(List<SerialView> items) {}

    private final SerialUnits units;
    private final Codes codes;

    SerialController(SerialUnits units, Codes codes) {
        this.units = units;
        this.codes = codes;
    }

    @GetMapping("/api/stock/{sku}/serials/{serial}")
    SerialView unit(@PathVariable String sku, @PathVariable String serial) {
        var unit = units.find(sku, serial).orElseThrow(() -> new UnknownIdException(serial));
        return SerialView.of(unit, codes.of(unit));
    }

    /** Those that an order's customer has, or those of any product that are called so. */
    @GetMapping("/api/stock/serials")
    @Answers({"200", "422 order_or_serial"})
    SerialsView units(
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String serial) {
        if ((orderId == null) == (serial == null)) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "order_or_serial", "orderId", "Name an order or a serial.");
        }
        var found = orderId == null ? units.called(String.valueOf(serial)) : units.withOrder(orderId);
        return new SerialsView(
                found.stream().map(unit -> SerialView.of(unit, codes.of(unit))).toList());
    }
}
