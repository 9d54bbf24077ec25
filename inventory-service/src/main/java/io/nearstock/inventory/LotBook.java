package io.nearstock.inventory;

import static java.util.stream.Collectors.toSet;

import io.nearstock.inventory.Pick.Named;
import io.nearstock.inventory.Pick.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The lots of one row, and which of them left with what: first expired, first out (FEFO), and what has expired after
 * everything else. A value; each change is the next version.
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
     * @param asideIn where it is kept: among what is damaged or quarantined; null where it is not, and in old ones
     */
    public record Lot(
            String id,
            String lot,
            @Nullable LocalDate expiresOn,
            @Nullable String supplierId,
            int received,
            int left,
            boolean blocked,
            @Nullable Boolean aside,
            @Nullable Bucket asideIn) {

        public boolean isAside() {
            return Boolean.TRUE.equals(aside);
        }

        /** Whether it is past its day; on that day it is not yet. */
        boolean isExpiredOn(LocalDate day) {
            return expiresOn != null && expiresOn.isBefore(day);
        }

        /** Whether units of it are in such a state; of old ones nobody knows in which. */
        boolean isIn(@Nullable Bucket state) {
            return state == null ? !isAside() : isAside() && (asideIn == null || asideIn == state);
        }

        boolean isLike(Lot other) {
            return lot.equals(other.lot)
                    && Objects.equals(expiresOn, other.expiresOn)
                    && Objects.equals(supplierId, other.supplierId)
                    && isAside() == other.isAside()
                    && asideIn == other.asideIn;
        }

        Lot leaving(int units) {
            return new Lot(id, lot, expiresOn, supplierId, received, units, blocked, aside, asideIn);
        }

        /** Some of its units in another state. */
        Lot keptIn(@Nullable Bucket state, int units, String by) {
            var isAside = state == null ? null : Boolean.TRUE;
            return new Lot(by + "." + id, lot, expiresOn, supplierId, 0, units, blocked, isAside, state);
        }

        private Lot block() {
            return new Lot(id, lot, expiresOn, supplierId, received, left, true, aside, asideIn);
        }
    }

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
        return picking(movement, owner, orderId, List.of());
    }

    /** The same where it is known of some units which they are. */
    LotBook picking(Movement movement, String owner, @Nullable String orderId, List<SerialUnit> known) {
        var quantity = -movement.kind().effect(movement.quantity()).onHand();
        var taking = LotTaking.from(lots, movement.kind().source(movement.quantity()), movement.day());
        known.stream()
                .flatMap(unit -> Stream.ofNullable(unit.lot()))
                .forEach(lot -> taking.take(1, each -> each.lot().equals(lot)));
        taking.take(quantity - known.size(), _ -> true);
        return next(taking.lots(), List.of(pick(movement, owner, orderId, taking.parts(), quantity)));
    }

    /**
     * Units are kept in another state: those of the named ones' lots, of the lot that has expired and, of others, only what was set
     * aside before. Of which lots units are that somebody finds on the shelf, nobody knows.
     */
    LotBook reclassifying(Movement movement, String owner, List<SerialUnit> known) {
        var from = aside(movement.kind().source(movement.quantity()));
        var to = aside(movement.kind().source(-movement.quantity()));
        var moving = new LotMoving(lots, from, to, movement.id());
        known.stream()
                .flatMap(unit -> Stream.ofNullable(unit.lot()))
                .forEach(lot -> moving.move(1, each -> each.lot().equals(lot)));
        if (movement.cause().isExpiry()) {
            moving.move(
                    movement.quantity() - known.size(),
                    each -> each.id().equals(movement.cause().id()));
        } else if (from != null) {
            moving.move(Math.abs(movement.quantity()) - known.size(), _ -> true);
        }
        return next(moving.lots(), List.of(pick(movement, owner, null, List.of(), 0)));
    }

    static @Nullable Bucket aside(@Nullable Bucket bucket) {
        return bucket == Bucket.DAMAGED || bucket == Bucket.QUARANTINED ? bucket : null;
    }

    private Pick pick(Movement movement, String owner, @Nullable String orderId, List<Part> parts, int units) {
        return new Pick(movement.id(), sku, hubId, parts, units, owner, orderId, movement.cause(), movement.at());
    }

    /** The same change, with the units that have serials. */
    LotBook naming(Named named) {
        return new LotBook(id, sku, hubId, lots, List.of(fresh.getFirst().with(named)), version);
    }

    /** The units are of the lots that they were of before; those that nobody may have yet stay apart. */
    LotBook puttingBack(Step step, List<Lot> back) {
        var after = new ArrayList<>(lots);
        for (var lot : back) {
            LotMoving.add(after, lot);
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

    /** Lots of which some could still be sold on a day on which they have expired. */
    public List<Lot> expiredOn(LocalDate day) {
        return lots.stream()
                .filter(lot -> lot.isExpiredOn(day) && !lot.isAside() && !lot.blocked() && lot.left() > 0)
                .toList();
    }

    public int left(String lot) {
        return left(each -> each.lot().equals(lot));
    }

    /** What of it was not set aside. */
    public int sellable(String lot) {
        return left(each -> each.lot().equals(lot) && !each.isAside());
    }

    int left(Predicate<Lot> which) {
        return lots.stream().filter(which).mapToInt(Lot::left).sum();
    }
}
