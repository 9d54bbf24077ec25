package io.nearstock.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation tells.
 *
 * @param captured what has been taken; null where the event does not say
 * @param outstanding what will be taken later; null where the event does not say
 */
public record OrderConfirmed(
        String orderId,
        String customerId,
        List<OrderLine> lines,
        List<Shipment> shipments,
        Money total,
        @Nullable Money captured,
        @Nullable Money outstanding,
        Instant at) {

    /** What leaves one hub together. */
    public record Shipment(@Nullable LocalDate promisedDate, List<ShippedLine> lines) {}

    public record ShippedLine(String sku, int quantity) {}
}
