package io.nearstock.inventory;

import io.nearstock.chassis.web.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who waits for what has not come. Nothing of it is stored: a row below zero owes its youngest holds, so whatever comes
 * serves the oldest first, by the same write that books it, and no crash can come in between.
 */
@Component
public final class BackOrders {

    private static final int ATTEMPTS = 20;

    /** The oldest promise first: a hold's time is that of the attempt that took it. */
    private static final Comparator<Hold> BY_AGE =
            Comparator.comparing(Hold::expiresAt).thenComparing(Hold::id);

    /**
     * A hold that is owed units of a row.
     *
     * @param quantity units it holds of the row
     * @param missing how many of them have not come
     */
    public record Waiting(String holdId, String sku, String hubId, int quantity, int missing, Instant since) {}

    private final WaitingHolds holds;
    private final Stock stock;
    private final HoldSettings settings;

    BackOrders(WaitingHolds holds, Stock stock, HoldSettings settings) {
        this.holds = holds;
        this.stock = stock;
        this.settings = settings;
    }

    /** Of a row, the oldest first. What is in motion is counted against those who wait. */
    public List<Waiting> of(String rowId) {
        var before = holds.of(rowId);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var rows = stock.rows(List.of(rowId));
            var after = holds.of(rowId);
            if (isSame(before, after)) {
                return rows.isEmpty() ? List.of() : waiting(rows.getFirst(), before);
            }
            before = after;
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    /** Only what stood still around the look at the row can be set against it: a release moves debts to older holds. */
    private static boolean isSame(List<Hold> before, List<Hold> after) {
        return versions(before).equals(versions(after));
    }

    private static List<String> versions(List<Hold> holds) {
        return holds.stream()
                .map(hold -> hold.id() + "." + hold.version())
                .sorted()
                .toList();
    }

    private List<Waiting> waiting(StockRow row, List<Hold> holds) {
        var waiting = new ArrayList<Waiting>();
        var owed = row.owed();
        for (var hold : holds.stream().sorted(BY_AGE.reversed()).toList()) {
            var held = hold.allotment().leftAt(row.id());
            var missing = Math.min(held, owed);
            if (missing > 0) {
                var since = hold.expiresAt().minus(settings.life());
                waiting.addFirst(new Waiting(hold.id(), row.sku(), row.hubId(), held, missing, since));
            }
            owed -= missing;
        }
        return waiting;
    }

    /** Whether all of this has come, so that it can leave the hub. */
    public boolean areHere(Hold hold, List<Portion> leaving) {
        var waitsFor = hold.allotment().waitsFor();
        return waitsFor == null
                || leaving.stream()
                        .filter(portion -> waitsFor.contains(portion.row()))
                        .allMatch(portion ->
                                portion.quantity() <= hold.allotment().leftAt(portion.row()) - missing(hold, portion));
    }

    /** What of a hold has not come to its hubs yet. */
    public List<Portion> missing(Hold hold) {
        var waitsFor = hold.allotment().waitsFor();
        return waitsFor == null
                ? List.of()
                : hold.allotment().left().stream()
                        .filter(portion -> waitsFor.contains(portion.row()))
                        .map(portion -> portion.of(missing(hold, portion)))
                        .filter(portion -> portion.quantity() > 0)
                        .toList();
    }

    private int missing(Hold hold, Portion portion) {
        return of(portion.row()).stream()
                .filter(waiting -> waiting.holdId().equals(hold.id()))
                .mapToInt(Waiting::missing)
                .sum();
    }
}
