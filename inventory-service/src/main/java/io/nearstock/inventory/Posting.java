package io.nearstock.inventory;

import io.nearstock.inventory.LotBook.Lot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or an adjustment: a step upon stock that a person ordered, kept as its record.
 *
 * @param expected for an adjustment by compare-and-set: what must be on hand
 * @param consignments the lots of a receipt or a return, where it has any
 * @param nextActionAt when somebody else must finish it; null once it is accepted or refused
 */
public record Posting(
        @BsonId String id,
        Step step,
        @Nullable Integer expected,
        @Nullable List<Consignment> consignments,
        Status status,
        @Nullable Instant nextActionAt) {

    /** How far it is. */
    public enum Status {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    /** So much of a lot of a product. */
    public record Consignment(
            String sku,
            String lot,
            @Nullable LocalDate expiresOn,
            @Nullable String supplierId,
            int quantity) {

        public Consignment of(int units) {
            return new Consignment(sku, lot, expiresOn, supplierId, units);
        }

        Lot of(String delivery) {
            return new Lot(id(delivery), lot, expiresOn, supplierId, quantity, quantity, false, null, null);
        }

        /** Units that are no delivery: they had left, and are here again. */
        Lot back(String step, boolean blocked, @Nullable Bucket aside) {
            var isAside = aside == null ? null : Boolean.TRUE;
            return new Lot(id(step), lot, expiresOn, supplierId, 0, quantity, blocked, isAside, aside);
        }

        private String id(String step) {
            return step + "." + lot + "." + expiresOn + "." + supplierId;
        }
    }

    static Posting open(
            Step step, @Nullable Integer expected, @Nullable List<Consignment> consignments, Duration lease) {
        return new Posting(
                step.id(), step, expected, consignments, Status.OPEN, step.at().plus(lease));
    }
}
