package io.nearstock.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cancellation tells.
 *
 * @param confirmedBefore whether the customer had been told that the order stands
 * @param refunded what goes back; null where the event does not say
 */
public record OrderCancelled(
        String orderId,
        String customerId,
        String reason,
        boolean confirmedBefore,
        List<OrderLine> lines,
        Money total,
        @Nullable Money refunded,
        Instant at) {}
