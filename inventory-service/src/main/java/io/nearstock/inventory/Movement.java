package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger, written once and never changed.
 *
 * @param id made of the step and the row, so that a change recorded twice is recorded once
 * @param quantity signed as its kind says
 */
public record Movement(
        @BsonId String id,
        String row,
        String sku,
        String hubId,
        MovementKind kind,
        int quantity,
        Cause cause,
        @Nullable String actor,
        @Nullable String reason,
        Instant at) {

    public static Movement of(StockRow row, Pending pending) {
        return new Movement(
                pending.id() + "." + row.id(),
                row.id(),
                row.sku(),
                row.hubId(),
                pending.kind(),
                pending.quantity(),
                pending.cause(),
                pending.actor(),
                pending.reason(),
                pending.at());
    }

    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
