package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.LotBook.Lot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which single units somebody takes off the shelf for a hold, before they leave: of the lots that expire first. Not chosen when it is
 * held, so a hold costs no more.
 */
@Component
public class PickedSerials {

    private static final Comparator<SerialUnit> BY_ID = Comparator.comparing(SerialUnit::id);
    private static final String NO_LOT = "";
    private static final Bson FREE = and(ne("recalled", true), eq("pickedFor", null));

    private final SerialUnits units;
    private final NamedSerials named;
    private final Lots lots;
    private final Stock stock;

    PickedSerials(SerialUnits units, NamedSerials named, Lots lots, Stock stock) {
        this.units = units;
        this.named = named;
        this.lots = lots;
        this.stock = stock;
    }

    /** What an order holds at a hub of products that have serials; nothing of what is no order's, or has left. */
    public List<Portion> toPick(Hold hold, String hubId) {
        var isOrders = hold.status() instanceof Claimed || hold.status() instanceof Committed;
        var held = hold.allotment().left().stream()
                .filter(portion -> isOrders && portion.hubId().equals(hubId))
                .toList();
        var serialised = stock.rows(held.stream().map(Portion::row).toList()).stream()
                .filter(StockRow::isSerialised)
                .map(StockRow::id)
                .toList();
        return held.stream()
                .filter(portion -> serialised.contains(portion.row()))
                .toList();
    }

    /** Those of some units that cannot be had there. */
    public List<String> missing(Portion portion, List<String> serials) {
        return named.missing(portion, serials, null);
    }

    /**
     * Puts others back, and takes these.
     *
     * @return those that cannot be had; then nothing changes
     */
    public List<String> swap(String holdId, Portion portion, List<String> serials) {
        var before = units.pickedFor(holdId, portion.row());
        var missing = named.pick(
                portion, serials.stream().filter(serial -> !has(before, serial)).toList(), null, holdId);
        if (missing.isEmpty()) {
            before.stream().filter(unit -> !serials.contains(unit.serial())).forEach(unit -> units.letGo(unit, holdId));
        }
        return missing;
    }

    private static boolean has(List<SerialUnit> units, String serial) {
        return units.stream().anyMatch(unit -> unit.serial().equals(serial));
    }

    /** Those that are picked, and as many more as are missing, as far as there are any; two who do so at once end with the same. */
    public List<SerialUnit> pick(String holdId, Portion portion) {
        var shelves = Stream.concat(
                        lots.of(portion.sku()).stream()
                                .filter(book -> book.hubId().equals(portion.hubId()))
                                .flatMap(book -> book.lots().stream())
                                .filter(lot -> !lot.blocked() && !lot.isAside())
                                .sorted(LotTaking.FIRST_EXPIRED)
                                .map(Lot::lot)
                                .distinct(),
                        Stream.of(NO_LOT))
                .toList();
        shelves.forEach(lot -> fill(holdId, portion, lot.isEmpty() ? null : lot));
        var picked = units.pickedFor(holdId, portion.row());
        picked.stream().sorted(BY_ID).skip(portion.quantity()).forEach(unit -> units.letGo(unit, holdId));
        return picked.stream().sorted(BY_ID).limit(portion.quantity()).toList();
    }

    private void fill(String holdId, Portion portion, @Nullable String lot) {
        var missing =
                portion.quantity() - units.pickedFor(holdId, portion.row()).size();
        while (missing > 0) {
            var free = units.there(portion.row(), lot, null, FREE, missing);
            missing -=
                    (int) free.stream().filter(unit -> units.pick(unit, holdId)).count();
            if (free.isEmpty()) {
                return;
            }
        }
    }
}
