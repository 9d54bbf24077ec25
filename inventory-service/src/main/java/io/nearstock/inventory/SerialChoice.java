package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which single units a movement takes: those that were picked for it, else of the lots that it takes any. One that was picked for
 * somebody else is the last.
 */
@Component
final class SerialChoice {

    private static final Bson FREE = eq("pickedFor", null);
    private static final Bson SELLABLE = ne("recalled", true);
    private static final Bson ANY = new Document();

    private final SerialUnits units;

    SerialChoice(SerialUnits units) {
        this.units = units;
    }

    /** Those that were picked for whoever moves, as many as he moves; a unit that was recalled since is sold to nobody. */
    List<SerialUnit> known(Movement movement, String owner) {
        var isSale = movement.kind() == MovementKind.SHIP;
        return units.pickedFor(owner, movement.row()).stream()
                .filter(unit -> !isSale || !unit.isRecalled())
                .limit(Math.abs(movement.quantity()))
                .toList();
    }

    Named named(LotBook before, LotBook after, Movement movement, List<SerialUnit> known) {
        var found = new ArrayList<>(known);
        var quantity = Math.abs(movement.quantity());
        if (mayBeChosen(movement)) {
            var inLots = 0;
            for (var lot : before.lots().stream().map(Lot::lot).distinct().toList()) {
                var moved = moved(before, after, lot, movement);
                inLots += moved;
                add(found, lot, moved, movement, quantity);
            }
            add(found, null, quantity - inLots, movement, quantity);
        }
        return new Named(
                movement.kind(),
                movement.quantity(),
                found.stream().map(SerialUnit::serial).toList());
    }

    /** Which unit somebody found broken, he must say himself; which have expired, their lot says. */
    private static boolean mayBeChosen(Movement movement) {
        return movement.cause().isExpiry()
                || !movement.kind().isReclassification()
                || movement.kind().source(movement.quantity()) != Bucket.AVAILABLE;
    }

    private static int moved(LotBook before, LotBook after, String lot, Movement movement) {
        var state = LotBook.aside(movement.kind().source(movement.quantity()));
        return movement.kind().isReclassification()
                ? kept(before, lot, state) - kept(after, lot, state)
                : before.left(lot) - after.left(lot);
    }

    private static int kept(LotBook book, String lot, @Nullable Bucket state) {
        return book.left(each -> each.lot().equals(lot) && each.isIn(state));
    }

    private void add(List<SerialUnit> found, @Nullable String lot, int units, Movement movement, int most) {
        var known =
                found.stream().filter(unit -> Objects.equals(unit.lot(), lot)).count();
        var missing = (int) Math.min(units - known, most - found.size());
        found.addAll(choose(movement, lot, missing));
    }

    private List<SerialUnit> choose(Movement movement, @Nullable String lot, int count) {
        var chosen = new ArrayList<SerialUnit>();
        var from = movement.kind().source(movement.quantity());
        var sellable = from == Bucket.QUARANTINED || from == Bucket.DAMAGED ? ANY : SELLABLE;
        for (var isFree : List.of(true, false)) {
            for (var state : states(movement, from)) {
                var further = and(sellable, isFree ? FREE : ANY, nin("_id", ids(chosen)));
                chosen.addAll(units.there(movement.row(), lot, state.orElse(null), further, count - chosen.size()));
            }
        }
        return chosen;
    }

    private static List<Optional<Bucket>> states(Movement movement, @Nullable Bucket from) {
        var first = Optional.ofNullable(LotBook.aside(from));
        return movement.kind().isReclassification()
                ? List.of(first)
                : Stream.of(
                                first,
                                Optional.<Bucket>empty(),
                                Optional.of(Bucket.QUARANTINED),
                                Optional.of(Bucket.DAMAGED))
                        .distinct()
                        .toList();
    }

    private static List<String> ids(Collection<SerialUnit> units) {
        return units.stream().map(SerialUnit::id).toList();
    }
}
