package io.nearstock.inventory;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Units on their way out of their lots: first expired, first out. */
final class LotTaking {

    /** Those that never expire last; of equal ones, what came first. */
    static final Comparator<Lot> FIRST_EXPIRED =
            Comparator.comparing(Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Lot> lots;
    private final List<Predicate<Lot>> turns;
    private final SequencedMap<Part, Integer> parts = new LinkedHashMap<>();

    private LotTaking(List<Lot> lots, List<Predicate<Lot>> turns) {
        this.lots = new ArrayList<>(lots);
        this.turns = turns;
    }

    /**
     * Which lots give first: what is set aside is sold last but for what has expired, and written off first; what was recalled is
     * never sold.
     */
    static LotTaking from(List<Lot> lots, @Nullable Bucket bucket, LocalDate day) {
        Predicate<Lot> free = lot -> !lot.blocked() && !lot.isAside();
        Predicate<Lot> expired = lot -> lot.isExpiredOn(day);
        return new LotTaking(
                lots,
                switch (bucket) {
                    case QUARANTINED -> List.of(Lot::blocked, lot -> !lot.blocked() && lot.isAside());
                    case DAMAGED -> List.of(Lot::isAside, free);
                    case AVAILABLE, ALLOCATED, SAFETY, INCOMING ->
                        List.of(
                                free.and(expired.negate()),
                                lot -> !lot.blocked() && lot.isAside() && !lot.isExpiredOn(day),
                                lot -> !lot.blocked() && lot.isExpiredOn(day));
                    case null -> List.of();
                });
    }

    /** Takes so many, as far as there are any in some lots. */
    void take(int wanted, Predicate<Lot> which) {
        var missing = wanted;
        for (var turn : turns) {
            for (var lot : lots.stream()
                    .filter(which)
                    .filter(turn)
                    .sorted(FIRST_EXPIRED)
                    .toList()) {
                var taken = Math.min(missing, lot.left());
                if (taken > 0) {
                    parts.merge(new Part(lot.lot(), lot.supplierId(), 0), taken, Integer::sum);
                    lots.set(lots.indexOf(lot), lot.leaving(lot.left() - taken));
                    missing -= taken;
                }
            }
        }
    }

    List<Part> parts() {
        return parts.entrySet().stream()
                .map(part -> part.getKey().of(part.getValue()))
                .toList();
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }
}
