package io.nearstock.inventory;

import static io.nearstock.inventory.LotTaking.FIRST_EXPIRED;

import io.nearstock.inventory.LotBook.Lot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Units that stay in their lots, but are kept in another state: free, or set aside among what is damaged or quarantined. */
final class LotMoving {

    private final List<Lot> lots;
    private final @Nullable Bucket from;
    private final @Nullable Bucket to;
    private final String by;

    LotMoving(List<Lot> lots, @Nullable Bucket from, @Nullable Bucket to, String by) {
        this.lots = new ArrayList<>(lots);
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** Moves so many, as far as there are any in some lots. */
    void move(int wanted, Predicate<Lot> which) {
        var missing = wanted;
        for (var lot : lots.stream()
                .filter(which)
                .filter(each -> each.isIn(from))
                .sorted(FIRST_EXPIRED)
                .toList()) {
            var units = Math.min(missing, lot.left());
            if (units > 0) {
                lots.set(lots.indexOf(lot), lot.leaving(lot.left() - units));
                add(lots, lot.keptIn(to, units, by));
                missing -= units;
            }
        }
    }

    /** Units join those that are like them. */
    static void add(List<Lot> lots, Lot lot) {
        lots.stream()
                .filter(lot::isLike)
                .findFirst()
                .ifPresentOrElse(
                        like -> lots.set(lots.indexOf(like), like.leaving(like.left() + lot.left())),
                        () -> lots.add(lot));
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }
}
