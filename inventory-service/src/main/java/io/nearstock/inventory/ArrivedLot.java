package io.nearstock.inventory;

import io.nearstock.inventory.Posting.Consignment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * So much of a lot as came with one delivery of a purchase order, broken units included.
 *
 * @param receipt the delivery
 */
public record ArrivedLot(
        String receipt, String sku, String lot, @Nullable LocalDate expiresOn, int quantity) {

    ArrivedLot of(int units) {
        return new ArrivedLot(receipt, sku, lot, expiresOn, units);
    }

    Consignment from(String supplierId) {
        return new Consignment(sku, lot, expiresOn, supplierId, quantity);
    }
}
