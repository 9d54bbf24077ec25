package io.nearstock.inventory.backorder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.BackOrders;
import io.nearstock.inventory.BackOrders.Waiting;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.SuppliedHold;
import io.nearstock.inventory.SuppliedHolds;
import io.nearstock.inventory.WaitingHolds;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells orders that what they waited for has come. Who waits is not stored, so it looks: at holds of confirmed orders that were
 * planned with more than there was, and have not been told. Any number of instances may look, and one of them tells.
 */
@Component
final class TellSupplied {

    private static final int HOLDS_AT_ONCE = 200;

    private final WaitingHolds waiting;
    private final BackOrders backOrders;
    private final SuppliedHolds supplied;
    private final Clock clock;

    TellSupplied(WaitingHolds waiting, BackOrders backOrders, SuppliedHolds supplied, Clock clock) {
        this.waiting = waiting;
        this.backOrders = backOrders;
        this.supplied = supplied;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5000)
    void run() {
        waiting.committed(HOLDS_AT_ONCE, this::tell);
    }

    private void tell(List<Hold> holds) {
        var parts = holds.stream().flatMap(this::parts).toList();
        var told = supplied.told(parts.stream().map(SuppliedHold::id).toList());
        var missing = new HashMap<String, Optional<Set<String>>>();
        parts.stream()
                .filter(part -> !told.contains(part.id()))
                .filter(part -> rows(part).allMatch(row -> isHere(part, missing.computeIfAbsent(row, this::missing))))
                .forEach(supplied::add);
    }

    private static boolean isHere(SuppliedHold part, Optional<Set<String>> missing) {
        return missing.filter(holds -> !holds.contains(part.holdId())).isPresent();
    }

    /** By hub, what would be told once it is there. */
    private Stream<SuppliedHold> parts(Hold hold) {
        var waitsFor = hold.allotment().waitsFor();
        return waitsFor != null && hold.status() instanceof Committed(var orderId)
                ? hold.allotment().left().stream()
                        .filter(portion -> waitsFor.contains(portion.row()))
                        .collect(groupingBy(Portion::hubId))
                        .entrySet()
                        .stream()
                        .map(hub -> SuppliedHold.of(hold, orderId, hub.getKey(), hub.getValue(), clock.instant()))
                : Stream.empty();
    }

    private static Stream<String> rows(SuppliedHold part) {
        return Portion.at(part.hubId(), part.lines()).stream().map(Portion::row);
    }

    /** The holds that miss some of a row; of one that does not stand still for long enough nothing is known before the next look. */
    private Optional<Set<String>> missing(String row) {
        try {
            return Optional.of(backOrders.of(row).stream().map(Waiting::holdId).collect(toSet()));
        } catch (UnavailableException _) {
            return Optional.empty();
        }
    }
}
