package io.nearstock.inventory.serial;

import io.nearstock.inventory.Cause;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A single unit.
 *
 * @param status {@code in_stock}, {@code picked}, {@code damaged}, {@code quarantined}; {@code expected} while it is brought in;
 *     {@code sold}, {@code in_transfer}, {@code written_off}, {@code missing}
 * @param hubId where it is, or was last
 * @param announced whether its supplier's notice named it
 * @param code the signed code of its supplier's notice
 * @param orderId whose customer has it
 * @param earlier what took it before, and it came back
 */
record SerialView(
        String sku,
        String serial,
        String status,
        String hubId,
        @Nullable String lot,
        @Nullable String supplierId,
        @Nullable String purchaseOrderId,
        boolean announced,
        @Nullable String code,
        boolean recalled,
        @Nullable String orderId,
        @Nullable TakenView taken,
        List<TakenView> earlier) {

    /** What took it. */
    record TakenView(String kind, String hubId, @Nullable String orderId, Cause cause, Instant at) {

        static TakenView of(Taken taken) {
            return new TakenView(taken.kind().wireName(), taken.hubId(), taken.orderId(), taken.cause(), taken.at());
        }
    }

    static SerialView of(SerialUnit unit, @Nullable String code) {
        var source = unit.source();
        var taken = unit.taken();
        return new SerialView(
                unit.sku(),
                unit.serial(),
                status(unit),
                unit.hubId(),
                source.lot(),
                source.supplierId(),
                source.purchaseOrderId(),
                source.announced(),
                code,
                unit.isRecalled(),
                unit.orderId(),
                taken == null ? null : TakenView.of(taken),
                Objects.requireNonNullElse(unit.before(), List.<Taken>of()).stream()
                        .map(TakenView::of)
                        .toList());
    }

    private static String status(SerialUnit unit) {
        return switch (unit.state()) {
            case EXPECTED -> "expected";
            case IN_STOCK -> inStock(unit);
            case OUT -> out(Objects.requireNonNull(unit.taken()));
        };
    }

    private static String inStock(SerialUnit unit) {
        if (unit.aside() != null) {
            return unit.aside().name().toLowerCase(Locale.ROOT);
        }
        return unit.pickedFor() == null ? "in_stock" : "picked";
    }

    private static String out(Taken taken) {
        return switch (taken.kind()) {
            case SHIP, COUNTER_SALE -> "sold";
            case TRANSFER -> "in_transfer";
            case WRITE_OFF, DAMAGED_WRITE_OFF, QUARANTINED_WRITE_OFF -> "written_off";
            default -> "missing";
        };
    }
}
