package io.nearstock.inventory.recall;

import io.nearstock.inventory.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lot.
 *
 * @param quarantined what was left, and free to be kept apart
 * @param taken what has left and not come back, and by what: a shipment's hold tells its order
 */
record RecallView(String id, String sku, @Nullable String lot, List<Quarantined> quarantined, List<TakenView> taken) {

    record Quarantined(String hubId, int left, int quarantined) {}

    /**
     * Who got some.
     *
     * @param serials which, where they have them
     */
    record TakenView(
            String hubId,
            int quantity,
            List<String> serials,
            Cause cause,
            @Nullable String orderId,
            Instant at) {}
}
