package io.nearstock.inventory.ledger;

import io.nearstock.chassis.web.Cursor;
import io.nearstock.inventory.Balance;
import io.nearstock.inventory.Ledger.Sum;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.ledger.AuditReport.Difference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit has seen so far. */
final class Findings {

    private static final int SHOWN = 1000;

    private final List<Difference> differences = new ArrayList<>();
    private int rows;
    private long movements;
    private long pending;
    private long onHand;

    int rows() {
        return rows;
    }

    void row(StockRow row, List<Sum> sums) {
        rows++;
        movements += sums.stream().mapToLong(Sum::movements).sum();
        pending += row.pending().size();
        onHand += row.onHand();
    }

    void differs(StockRow row, Balance ledger) {
        differences.add(new Difference(row.sku(), row.hubId(), row.balance(), ledger, row.addsUp(), null));
    }

    void unreadableLedger(StockRow row) {
        rows++;
        differences.add(new Difference(row.sku(), row.hubId(), row.balance(), null, row.addsUp(), "unreadable_ledger"));
    }

    void unreadable(String id) {
        rows++;
        differences.add(new Difference(StockRow.sku(id), StockRow.hub(id), null, null, false, "unreadable_row"));
    }

    AuditReport report(@Nullable Cursor next) {
        var shown = differences.stream().limit(SHOWN).toList();
        var cursor = next == null ? null : next.toString();
        return new AuditReport(rows, movements, pending, onHand, differences.isEmpty(), shown, cursor);
    }
}
