package io.nearstock.inventory.recall;

import static io.nearstock.inventory.MovementKind.QUARANTINE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting.Status;
import io.nearstock.inventory.Postings;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.SerialUnit.Taken;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.recall.RecallView.Quarantined;
import io.nearstock.inventory.recall.RecallView.TakenView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Recalls single units: those on the shelf are kept apart, and of the others it tells who got which. */
@Component
final class RecallSerials {

    private final SerialUnits units;
    private final Stock stock;
    private final Postings postings;
    private final Post post;
    private final Clock clock;

    RecallSerials(SerialUnits units, Stock stock, Postings postings, Post post, Clock clock) {
        this.units = units;
        this.stock = stock;
        this.postings = postings;
        this.post = post;
        this.clock = clock;
    }

    RecallView recall(RecallRequest request, String id, Caller caller) {
        var serials = Objects.requireNonNull(request.serials());
        var known = units.of(request.sku(), serials);
        if (known.size() < serials.stream().distinct().count()) {
            throw new UnknownIdException(serials.toString());
        }
        units.block(request.sku(), serials);
        var quarantined = here(known).entrySet().stream()
                .map(hub -> quarantine(hub.getKey(), hub.getValue(), request, id, caller))
                .toList();
        var taken = known.stream()
                .filter(unit -> unit.taken() != null && unit.taken().isSale())
                .map(unit -> taken(unit, Objects.requireNonNull(unit.taken())))
                .toList();
        return new RecallView(id, request.sku(), null, quarantined, taken);
    }

    private static Map<String, List<SerialUnit>> here(List<SerialUnit> units) {
        return units.stream()
                .filter(unit -> unit.state() == State.IN_STOCK)
                .collect(groupingBy(SerialUnit::hubId, TreeMap::new, toList()));
    }

    /** The same again finishes what it has begun: then its units are off the shelf, and no balance says any more how many. */
    private Quarantined quarantine(
            String hubId, List<SerialUnit> here, RecallRequest request, String id, Caller caller) {
        var step = id + "." + hubId;
        var row = StockRow.id(request.sku(), hubId);
        var count = postings.find(step)
                .map(begun -> begun.step().portions().getFirst().quantity())
                .orElseGet(() -> pick(here, row, step));
        var isKept = count > 0 && post(step, request, new Portion(request.sku(), hubId, count), id, caller);
        return new Quarantined(hubId, here.size(), isKept ? count : 0);
    }

    /** What is free of them: units that are held may not be missing there before another one is picked. */
    private int pick(List<SerialUnit> here, String row, String step) {
        var free = here.stream()
                .filter(unit -> unit.aside() == null && units.pick(unit, step))
                .toList();
        var available = stock.rows(List.of(row)).stream()
                .collect(toMap(StockRow::id, StockRow::available))
                .getOrDefault(row, 0);
        var count = Math.max(0, Math.min(free.size(), available));
        free.stream().skip(count).forEach(unit -> units.letGo(unit, step));
        return count;
    }

    private boolean post(String id, RecallRequest request, Portion portion, String recall, Caller caller) {
        var cause = new Cause("recall", recall);
        var step = Step.of(id, QUARANTINE, List.of(portion), cause, caller.id(), request.reason(), clock.instant());
        var isKept = post.post(step, null).status() == Status.ACCEPTED;
        if (!isKept) {
            units.letGo(id, portion.row());
        }
        return isKept;
    }

    private static TakenView taken(SerialUnit unit, Taken taken) {
        return new TakenView(taken.hubId(), 1, List.of(unit.serial()), taken.cause(), taken.orderId(), taken.at());
    }
}
