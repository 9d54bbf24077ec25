package io.nearstock.inventory;

import io.nearstock.inventory.SerialUnit.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single units that somebody names: they are taken off the shelf before the movement that then takes just them. */
@Component
public class NamedSerials {

    private final SerialUnits units;
    private final Postings postings;

    NamedSerials(SerialUnits units, Postings postings) {
        this.units = units;
        this.postings = postings;
    }

    /**
     * Takes all of them off the shelf for a hold or a posting; the same again does nothing, nor one for a posting that has begun.
     *
     * @param state how they are kept, where they cannot be sold
     * @return those that are not there so, or that somebody else has; then all stay where they are
     */
    public List<String> pick(Portion at, List<String> serials, @Nullable Bucket state, String owner) {
        if (serials.isEmpty() || postings.find(owner).isPresent()) {
            return List.of();
        }
        var found = there(at, serials, state)
                .filter(unit -> units.pick(unit, owner))
                .toList();
        var missing = without(serials, found);
        if (!missing.isEmpty()) {
            found.forEach(unit -> units.letGo(unit, owner));
        }
        return missing;
    }

    /** The same for units of several products: where one is missing, all stay where they are. */
    public List<String> pick(Map<Portion, List<String>> named, @Nullable Bucket state, String owner) {
        var missing = named.entrySet().stream()
                .flatMap(each -> pick(each.getKey(), each.getValue(), state, owner).stream())
                .toList();
        if (!missing.isEmpty()) {
            named.keySet().forEach(at -> letGo(at, owner));
        }
        return missing;
    }

    /** Those that are not there so. */
    List<String> missing(Portion at, List<String> serials, @Nullable Bucket state) {
        return without(serials, there(at, serials, state).toList());
    }

    private Stream<SerialUnit> there(Portion at, List<String> serials, @Nullable Bucket state) {
        var isKept = state == Bucket.DAMAGED || state == Bucket.QUARANTINED;
        return units.of(at.sku(), serials).stream()
                .filter(unit -> unit.state() == State.IN_STOCK && unit.row().equals(at.row()))
                .filter(unit -> unit.aside() == LotBook.aside(state))
                .filter(unit -> isKept || !unit.isRecalled());
    }

    private static List<String> without(List<String> serials, List<SerialUnit> found) {
        return serials.stream()
                .filter(serial -> found.stream().noneMatch(unit -> unit.serial().equals(serial)))
                .toList();
    }

    /** Puts back what a posting that was refused would have taken. */
    public void letGo(Portion at, String owner) {
        units.letGo(owner, at.row());
    }
}
