package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What came back at once, as whoever inspected it says.
 *
 * @param returnId the return's number (RMA)
 * @param orderId whose goods they were, where that is known
 */
public record ReturnedGoods(
        @BsonId String id, String returnId, @Nullable String orderId, String hubId, List<Part> lines, Instant at) {

    /**
     * Units that are in one condition and came back for one reason.
     *
     * @param reason a code, such as {@code defective}
     * @param lot where there is no doubt
     * @param supplierId who supplied them, where there is no doubt
     */
    public record Part(
            String sku,
            int quantity,
            String condition,
            @Nullable String reason,
            @Nullable String lot,
            @Nullable String supplierId) {}
}
