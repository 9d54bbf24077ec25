package io.nearstock.inventory;

import static java.util.stream.Collectors.toSet;

import io.nearstock.inventory.Pick.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
     * So much of a lot as came with one delivery, or came back to a hub that had none of it.
     *
     * @param id made of the delivery and the lot, so that it is booked once
     * @param left how much of it is there: what nobody has taken, and what came back
     * @param blocked whether it was recalled, and is picked for nobody
     * @param aside true for what came back and could not be sold: the last to be picked for anybody; null is no
     */
    public record Lot(
            String id,
            String lot,
            @Nullable LocalDate expiresOn,
            @Nullable String supplierId,
            int received,
            int left,
            boolean blocked,
            @Nullable Boolean aside) {

        public boolean isAside() {
            return Boolean.TRUE.equals(aside);
        }

        private boolean isLike(Lot other) {
            return lot.equals(other.lot)
                    && Objects.equals(expiresOn, other.expiresOn)
                    && Objects.equals(supplierId, other.supplierId)
                    && isAside() == other.isAside();
        }

        private Lot leaving(int units) {
            return new Lot(id, lot, expiresOn, supplierId, received, units, blocked, aside);
        }

        private Lot block() {
            return new Lot(id, lot, expiresOn, supplierId, received, left, true, aside);
        }
    }

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
        return next(Stream.concat(lots.stream(), delivered.stream()).toList(), fresh);
    }

    boolean isBlocked(String lot) {
        return lots.stream().filter(each -> each.lot().equals(lot)).allMatch(Lot::blocked);
    }

    /** The lots that were recalled. */
    public Set<String> blocked() {
        return lots.stream().filter(Lot::blocked).map(Lot::lot).collect(toSet());
    }

    /** A recalled lot is picked no more. */
    LotBook blocking(String lot) {
        var after = lots.stream()
                .map(each -> each.lot().equals(lot) ? each.block() : each)
                .toList();
        return next(after, fresh);
    }

    /** Units that came without a lot are taken last, and are in no part. */
    LotBook picking(Movement movement, String owner, @Nullable String orderId) {
        var quantity = -movement.kind().effect(movement.quantity()).onHand();
        var missing = quantity;
        var parts = new ArrayList<Part>();
        var after = new ArrayList<>(lots);
        for (var turn : turns(movement.kind().source(movement.quantity()))) {
            for (var lot : after.stream().filter(turn).sorted(FIRST_EXPIRED).toList()) {
                var taken = Math.min(missing, lot.left());
                if (taken > 0) {
                    parts.add(new Part(lot.lot(), lot.supplierId(), taken));
                    after.set(after.indexOf(lot), lot.leaving(lot.left() - taken));
                    missing -= taken;
                }
            }
        }
        var pick = new Pick(
                movement.id(),
                sku,
                hubId,
                List.copyOf(parts),
                quantity,
                owner,
                orderId,
                movement.cause(),
                movement.at());
        return next(List.copyOf(after), List.of(pick));
    }

    /** Which lots give first: what is set aside is sold last and written off first, what was recalled is never sold. */
    private static List<Predicate<Lot>> turns(@Nullable Bucket from) {
        Predicate<Lot> free = lot -> !lot.blocked() && !lot.isAside();
        return switch (from) {
            case QUARANTINED -> List.of(Lot::blocked, lot -> !lot.blocked() && lot.isAside());
            case DAMAGED -> List.of(Lot::isAside, free);
            case AVAILABLE, ALLOCATED, SAFETY, INCOMING -> List.of(free, lot -> !lot.blocked() && lot.isAside());
            case null -> List.of();
        };
    }

    /** The units are of the lots that they were of before; those that nobody may have yet stay apart. */
    LotBook puttingBack(Step step, List<Lot> back) {
        var after = new ArrayList<>(lots);
        for (var lot : back) {
            var known = after.stream().filter(lot::isLike).findFirst();
            known.ifPresentOrElse(
                    like -> after.set(after.indexOf(like), like.leaving(like.left() + lot.left())),
                    () -> after.add(lot));
        }
        var parts = back.stream()
                .map(lot -> new Part(lot.lot(), lot.supplierId(), -lot.left()))
                .toList();
        var units = parts.stream().mapToInt(Part::quantity).sum();
        var movement = step.movementId(id);
        var pick = new Pick(movement, sku, hubId, parts, units, step.owner(), null, step.cause(), step.at());
        return next(List.copyOf(after), List.of(pick));
    }

    private LotBook next(List<Lot> after, List<Pick> picked) {
        return new LotBook(id, sku, hubId, after, picked, version + 1);
    }

    /** The pick that others are told of, if this version of the book has one that the one before had not. */
    Optional<Pick> newsSince(LotBook before) {
        return fresh.stream()
                .filter(pick -> pick.isNews() && !before.hasPicked(pick.id()))
                .findFirst();
    }

    public int left(String lot) {
        return left(each -> each.lot().equals(lot));
    }

    /** What of it was not set aside. */
    public int sellable(String lot) {
        return left(each -> each.lot().equals(lot) && !each.isAside());
    }

    private int left(Predicate<Lot> which) {
        return lots.stream().filter(which).mapToInt(Lot::left).sum();
    }
}
