package io.nearstock.local.database;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a table, in the order of their insertion. Guarded by its table's lock. */
final class Rows {

    /** So many documents are ready to be read; the others are packed. */
    private static final int UNPACKED = 4096;

    private final LinkedHashSet<Row> rows = new LinkedHashSet<>();
    private final Workbench workbench = new Workbench(UNPACKED);
    private long lastNumber;

    Row add(Packed document) {
        var row = new Row(++lastNumber, document);
        rows.add(row);
        if (!row.isPacked()) {
            workbench.put(row);
        }
        return row;
    }

    void replace(Row row, Packed successor) {
        if (row.replace(successor)) {
            workbench.put(row);
        }
    }

    void remove(Row row) {
        rows.remove(row);
    }

    /** What a plan finds, unpacked from now on; everything without one. */
    Stream<Row> of(Optional<Plan> plan, boolean newestFirst) {
        return plan.map(best -> best.rows().peek(workbench::take))
                .orElseGet(() -> (newestFirst ? rows.reversed() : rows).stream());
    }

    Stream<Row> all() {
        return rows.stream();
    }

    int count() {
        return rows.size();
    }
}
