package io.nearstock.inventory.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.inventory.Balance;
import io.nearstock.inventory.Ledger;
import io.nearstock.inventory.Ledger.Sum;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.ledger.AuditReport.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Replays the ledger against the balances, some rows at a time, while the shop is open. */
@Component
final class Audit {

    private static final int ROWS_AT_ONCE = 500;
    private static final int LOOKS = 20;
    private static final int DIFFERENCES = 1000;

    private final Stock stock;
    private final Ledger ledger;

    Audit(Stock stock, Ledger ledger) {
        this.stock = stock;
        this.ledger = ledger;
    }

    AuditReport run() {
        long rows = 0;
        long movements = 0;
        long pending = 0;
        long onHand = 0;
        var differences = new ArrayList<Difference>();
        for (var batch = stock.after("", ROWS_AT_ONCE);
                !batch.isEmpty();
                batch = stock.after(batch.getLast().id(), ROWS_AT_ONCE)) {
            var sums = sums(batch);
            rows += batch.size();
            pending += batch.stream().mapToLong(row -> row.pending().size()).sum();
            onHand += batch.stream().mapToLong(StockRow::onHand).sum();
            movements += sums.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Sum::movements)
                    .sum();
            for (var row : batch) {
                if (differs(row, sums.getOrDefault(row.id(), List.of()))) {
                    lookAgain(row.id(), differences);
                }
            }
        }
        var shown = differences.stream().limit(DIFFERENCES).toList();
        return new AuditReport(rows, movements, pending, onHand, differences.isEmpty(), shown);
    }

    /** Movements that were pending when the row was read are counted there and not here, wherever they are now. */
    private Map<String, List<Sum>> sums(List<StockRow> rows) {
        var ids = rows.stream().map(StockRow::id).toList();
        var counted = rows.stream()
                .flatMap(row -> row.pending().stream().map(pending -> pending.id() + "." + row.id()))
                .toList();
        return ledger.sums(ids, counted).stream().collect(groupingBy(Sum::row));
    }

    /** A row that changed between the two readings seems to differ; only one that stood still is believed. */
    private void lookAgain(String id, List<Difference> differences) {
        for (int look = 0; look < LOOKS; look++) {
            var row = stock.rows(List.of(id)).getFirst();
            var sums = sums(List.of(row)).getOrDefault(id, List.of());
            if (!differs(row, sums)) {
                return;
            }
            if (stock.rows(List.of(id)).getFirst().seq() == row.seq()) {
                differences.add(new Difference(row.sku(), row.hubId(), row.balance(), replay(row, sums), row.addsUp()));
                return;
            }
        }
    }

    private static boolean differs(StockRow row, List<Sum> sums) {
        return !row.addsUp() || !row.balance().equals(replay(row, sums));
    }

    private static Balance replay(StockRow row, List<Sum> sums) {
        var recorded =
                sums.stream().map(sum -> sum.kind().effect(sum.quantity())).reduce(Balance.ZERO, Balance::plus);
        return row.pending().stream().map(Audit::effect).reduce(recorded, Balance::plus);
    }

    private static Balance effect(Pending pending) {
        return pending.kind().effect(pending.quantity());
    }
}
