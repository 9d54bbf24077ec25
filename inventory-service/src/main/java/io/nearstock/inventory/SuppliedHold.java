package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * All that an order waited for at a hub has come.
 *
 * @param lines what it had waited for
 */
public record SuppliedHold(
        @BsonId String id, String holdId, String orderId, String hubId, List<Line> lines, Instant at) {

    /** Of some rows of one hub. */
    public static SuppliedHold of(Hold hold, String orderId, String hubId, List<Portion> portions, Instant now) {
        var lines = portions.stream()
                .map(portion -> new Line(portion.sku(), portion.quantity()))
                .toList();
        return new SuppliedHold(hold.id() + "@" + hubId, hold.id(), orderId, hubId, lines, now);
    }
}
