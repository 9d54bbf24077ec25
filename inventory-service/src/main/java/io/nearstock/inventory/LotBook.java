package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The lots of one row, and which of them left with what: first expired, first out (FEFO). A value; each change is the next
 * version.
 *
 * @param id the row's
 * @param fresh picks that are not stored by themselves yet
 */
public record LotBook(@BsonId String id, String sku, String hubId, List<Lot> lots, List<Pick> fresh, long version) {

    /**
     * So much of a lot as came with one delivery.
     *
     * @param id made of the delivery and the lot, so that it is booked once
     * @param left how much of it nobody has taken
     * @param blocked whether it was recalled, and is picked for nobody
     */
    public record Lot(
            String id,
            String lot,
            @Nullable LocalDate expiresOn,
            @Nullable String supplierId,
            int received,
            int left,
            boolean blocked) {

        Lot less(int taken) {
            return new Lot(id, lot, expiresOn, supplierId, received, left - taken, blocked);
        }

        Lot block() {
            return new Lot(id, lot, expiresOn, supplierId, received, left, true);
        }
    }

    /**
     * Which lots a movement took.
     *
     * @param units all that it took; more than its parts come to where some had no lot; null in old ones
     * @param orderId whose order they left for; null where for nobody's, and in old ones
     */
    public record Pick(
            @BsonId String id,
            String sku,
            String hubId,
            List<Part> parts,
            @Nullable Integer units,
            String owner,
            @Nullable String orderId,
            Cause cause,
            Instant at) {

        boolean isNews() {
            return orderId != null && !parts.isEmpty();
        }
    }

    /** So many units of a lot; whose it was is not known of old ones. */
    public record Part(String lot, @Nullable String supplierId, int quantity) {}

    /** Those that never expire last; of equal ones, what came first. */
    private static final Comparator<Lot> FIRST_EXPIRED =
            Comparator.comparing(Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()));

    static LotBook empty(String sku, String hubId) {
        return new LotBook(StockRow.id(sku, hubId), sku, hubId, List.of(), List.of(), 0);
    }

    boolean has(List<Lot> delivered) {
        return delivered.stream()
                .allMatch(lot -> lots.stream().anyMatch(known -> known.id().equals(lot.id())));
    }

    boolean hasPicked(String movementId) {
        return fresh.stream().anyMatch(pick -> pick.id().equals(movementId));
    }

    LotBook with(List<Lot> delivered) {
        var all = Stream.concat(lots.stream(), delivered.stream()).toList();
        return new LotBook(id, sku, hubId, all, fresh, version + 1);
    }

    boolean isBlocked(String lot) {
        return lots.stream().filter(each -> each.lot().equals(lot)).allMatch(Lot::blocked);
    }

    /** A recalled lot is picked no more. */
    LotBook blocking(String lot) {
        var after = lots.stream()
                .map(each -> each.lot().equals(lot) ? each.block() : each)
                .toList();
        return new LotBook(id, sku, hubId, after, fresh, version + 1);
    }

    /**
     * Units that came without a lot are taken last, and are in no part.
     *
     * @param blocked whether what was recalled is taken, instead of all else
     */
    LotBook picking(
            String movementId,
            int quantity,
            boolean blocked,
            String owner,
            @Nullable String orderId,
            Cause cause,
            Instant at) {
        var missing = quantity;
        var parts = new ArrayList<Part>();
        var after = new ArrayList<>(lots);
        for (var lot : lots.stream().sorted(FIRST_EXPIRED).toList()) {
            var taken = lot.blocked() == blocked ? Math.min(missing, lot.left()) : 0;
            if (taken > 0) {
                parts.add(new Part(lot.lot(), lot.supplierId(), taken));
                after.set(after.indexOf(lot), lot.less(taken));
                missing -= taken;
            }
        }
        var pick = new Pick(movementId, sku, hubId, List.copyOf(parts), quantity, owner, orderId, cause, at);
        return new LotBook(id, sku, hubId, List.copyOf(after), List.of(pick), version + 1);
    }

    /** The pick that others are told of, if this version of the book has one that the one before had not. */
    Optional<Pick> newsSince(LotBook before) {
        return fresh.stream()
                .filter(pick -> pick.isNews() && !before.hasPicked(pick.id()))
                .findFirst();
    }

    public int left(String lot) {
        return lots.stream()
                .filter(each -> each.lot().equals(lot))
                .mapToInt(Lot::left)
                .sum();
    }
}
