package io.nearstock.inventory.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.chassis.web.Cursor;
import io.nearstock.inventory.Balance;
import io.nearstock.inventory.Ledger;
import io.nearstock.inventory.Ledger.Sum;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockReading;
import io.nearstock.inventory.StockRow;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Replays the ledger against the balances, some rows at a time, while the shop is open. */
@Component
final class Audit {

    private static final int ROWS_AT_ONCE = 100;
    private static final int LOOKS = 20;

    private final Stock stock;
    private final Ledger ledger;

    Audit(Stock stock, Ledger ledger) {
        this.stock = stock;
        this.ledger = ledger;
    }

    AuditReport run() {
        return part("", Integer.MAX_VALUE, () -> false);
    }

    /** The rows after this one, so many at most, and none more once it is enough; some are looked at in any case. */
    AuditReport part(String after, int most, BooleanSupplier isEnough) {
        var found = new Findings();
        var last = after;
        do {
            var count = Math.min(ROWS_AT_ONCE, most - found.rows());
            var batch = stock.after(last, count);
            audit(batch, found);
            if (batch.size() < count) {
                return found.report(null);
            }
            last = batch.last();
        } while (found.rows() < most && !isEnough.getAsBoolean());
        return found.report(stock.after(last, 1).size() == 0 ? null : Cursor.of(last));
    }

    private void audit(StockReading batch, Findings found) {
        batch.unreadable().forEach(found::unreadable);
        try {
            audit(batch.rows(), found);
        } catch (IllegalArgumentException | ArithmeticException _) {
            batch.rows().forEach(row -> auditAlone(row, found));
        }
    }

    /** So that one row's movements, of which nothing can be made, are its own affair. */
    private void auditAlone(StockRow row, Findings found) {
        try {
            audit(List.of(row), found);
        } catch (IllegalArgumentException | ArithmeticException _) {
            found.unreadableLedger(row);
        }
    }

    private void audit(List<StockRow> rows, Findings found) {
        var sums = sums(rows);
        for (var row : rows) {
            var own = sums.getOrDefault(row.id(), List.of());
            found.row(row, own);
            if (differs(row, own)) {
                lookAgain(row.id(), found);
            }
        }
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
    private void lookAgain(String id, Findings found) {
        for (int look = 0; look < LOOKS; look++) {
            var row = stock.rows(List.of(id)).getFirst();
            var sums = sums(List.of(row)).getOrDefault(id, List.of());
            if (!differs(row, sums)) {
                return;
            }
            if (stock.rows(List.of(id)).getFirst().seq() == row.seq()) {
                found.differs(row, replay(row, sums));
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
