package io.nearstock.notification;

import io.nearstock.notification.OrderConfirmed.ShippedLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer waited for has come to the hub that sends it. */
public record ShipmentSupplied(
        String orderId,
        String customerId,
        String shipmentId,
        @Nullable LocalDate promisedDate,
        List<ShippedLine> lines) {}
