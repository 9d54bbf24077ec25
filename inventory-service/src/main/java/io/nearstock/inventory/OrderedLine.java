package io.nearstock.inventory;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What a confirmed order wanted of a product at the hub that sends it.
 *
 * @param id made of the order and the row, so that a message told twice counts once
 * @param day when it was confirmed
 * @param cancelled whether the order was cancelled later
 */
public record OrderedLine(
        @BsonId String id,
        String orderId,
        String row,
        String sku,
        String hubId,
        LocalDate day,
        int quantity,
        boolean cancelled) {

    public static OrderedLine of(String orderId, Portion portion, LocalDate day) {
        return new OrderedLine(
                orderId + "." + portion.row(),
                orderId,
                portion.row(),
                portion.sku(),
                portion.hubId(),
                day,
                portion.quantity(),
                false);
    }
}
