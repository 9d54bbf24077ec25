package io.nearstock.inventory;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.StockCount.Tally;
import io.nearstock.inventory.StockCount.Units;
import io.nearstock.inventory.StockCount.Units.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which single units a count misses and which it has found, and how they are kept for its approval. */
@Component
public class CountedSerials {

    private static final Source FOUND = new Source(null, null, null, false);

    private final SerialUnits units;
    private final SerialClaims claims;
    private final Stock stock;
    private final Clock clock;

    CountedSerials(SerialUnits units, SerialClaims claims, Stock stock, Clock clock) {
        this.units = units;
        this.claims = claims;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * What somebody counted, against the units that are there in whatever state.
     *
     * @throws UnmetRequestException where a unit of the row has no serial: it may be one of those that were counted
     * @throws UnavailableException while a unit that has left still counts among those that are there
     */
    public Tally tally(String sku, String hubId, List<String> counted) {
        var row = StockRow.id(sku, hubId);
        var book = stock.rows(List.of(row)).stream().mapToInt(StockRow::onHand).sum();
        var there = units.inStock(row).stream().map(SerialUnit::serial).toList();
        if (there.size() > book) {
            throw new UnavailableException(Duration.ofSeconds(1));
        }
        if (there.size() < book) {
            throw new UnmetRequestException(
                    CONFLICT, "units_without_serials", "/lines", "Not each unit of " + sku + " has a serial there.");
        }
        return new Tally(sku, counted.size(), book, without(there, counted), without(counted, there));
    }

    private static List<String> without(List<String> serials, Collection<String> others) {
        var known = new HashSet<>(others);
        return serials.stream().filter(serial -> !known.contains(serial)).toList();
    }

    /** Keeps units from everybody else that are missing, or found, still; of the others nothing is booked. Again, it does the same. */
    List<Units> take(StockCount approving) {
        return approving.tallies().stream()
                .filter(Tally::isNamed)
                .flatMap(tally -> Stream.concat(missing(approving, tally), found(approving, tally)))
                .toList();
    }

    private Stream<Units> missing(StockCount count, Tally tally) {
        var row = StockRow.id(tally.sku(), count.hubId());
        var gone = new TreeMap<Finding, List<String>>();
        units.of(tally.sku(), orNone(tally.missing())).stream()
                .filter(unit -> unit.state() == State.IN_STOCK && unit.row().equals(row))
                .filter(unit -> units.pick(unit, count.step(Finding.missing(unit.aside()))))
                .forEach(unit -> gone.computeIfAbsent(Finding.missing(unit.aside()), _ -> new ArrayList<>())
                        .add(unit.serial()));
        return gone.entrySet().stream().map(each -> new Units(each.getKey(), tally.sku(), each.getValue()));
    }

    private Stream<Units> found(StockCount count, Tally tally) {
        var claim = new Claim(count.step(Finding.FOUND), FOUND, clock.instant());
        var coming = orNone(tally.found()).stream()
                .map(serial -> SerialUnit.coming(tally.sku(), serial, count.hubId(), claim))
                .toList();
        for (var known = claims.receive(coming); !known.isEmpty(); known = claims.receive(coming)) {
            var refused = known.stream().map(SerialUnit::id).toList();
            coming =
                    coming.stream().filter(unit -> !refused.contains(unit.id())).toList();
        }
        var serials = coming.stream().map(SerialUnit::serial).toList();
        return serials.isEmpty() ? Stream.of() : Stream.of(new Units(Finding.FOUND, tally.sku(), serials));
    }

    private static List<String> orNone(@Nullable List<String> serials) {
        return serials == null ? List.of() : serials;
    }

    /** Puts back what somebody else, who was faster, did not take. */
    void letGoOthers(StockCount certain, List<Units> taken) {
        for (var each : taken) {
            var owner = certain.step(each.finding());
            units.of(each.sku(), without(each.serials(), certain.serials(each.finding(), each.sku())))
                    .forEach(unit -> units.letGo(unit, owner));
        }
    }

    /** Puts back what a step that was refused would have taken. */
    void letGo(StockCount count, Units refused) {
        units.letGo(count.step(refused.finding()), StockRow.id(refused.sku(), count.hubId()));
    }
}
