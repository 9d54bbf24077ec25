package io.nearstock.inventory;

import io.nearstock.inventory.Posting.Consignment;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What came back at once, as whoever inspected it says.
 *
 * @param returnId the return's number (RMA)
 * @param orderId whose goods they were, where that is known
 * @param lines what others are told
 * @param units what is booked; null in old ones, of which no unit goes into a lot
 */
public record ReturnedGoods(
        @BsonId String id,
        String returnId,
        @Nullable String orderId,
        String hubId,
        List<Part> lines,
        @Nullable List<Units> units,
        Instant at) {

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
            @Nullable String supplierId) {

        Units loose() {
            return new Units(sku, quantity, condition, null, null);
        }
    }

    /**
     * Units that are in one condition and go into one lot.
     *
     * @param lot null where they go into none
     * @param serials of all of them; null where they have none
     */
    public record Units(
            String sku,
            int quantity,
            String condition,
            @Nullable Consignment lot,
            @Nullable List<String> serials) {

        public Units in(String other) {
            return new Units(sku, quantity, other, lot, serials);
        }
    }

    /** What is to be booked of a condition. */
    public List<Units> booked(String condition) {
        var all = units == null ? lines.stream().map(Part::loose).toList() : units;
        return all.stream().filter(each -> each.condition().equals(condition)).toList();
    }
}
