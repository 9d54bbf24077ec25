package io.nearstock.inventory.serial;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.SerialUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the signed code that a supplier's notice has for a unit. */
@Component
final class Codes {

    private final PurchaseOrders orders;

    Codes(PurchaseOrders orders) {
        this.orders = orders;
    }

    /** Null where no notice names it. */
    @Nullable
    String of(SerialUnit unit) {
        var orderId = unit.source().purchaseOrderId();
        return orderId == null || !unit.source().announced()
                ? null
                : orders.find(orderId).flatMap(order -> Optional.ofNullable(order.notice())).stream()
                        .flatMap(notice -> notice.lines().stream())
                        .filter(line -> line.sku().equals(unit.sku()))
                        .filter(line -> line.serials().contains(unit.serial()))
                        .map(line -> code(line, unit.serial()))
                        .findFirst()
                        .orElse(null);
    }

    private static String code(NoticeLine line, String serial) {
        return line.codes().get(line.serials().indexOf(serial));
    }
}
