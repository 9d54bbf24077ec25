package io.nearstock.inventory.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.inventory.Balance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an audit, of those rows that it looked at.
 *
 * @param rows how many were looked at
 * @param movements how many their ledger has
 * @param pending changes that are in the balances and on their way to the ledger; counted as if they were there
 * @param onHand their units in all hubs together
 * @param differences the rows whose ledger says otherwise; the first thousand of them
 * @param nextCursor where the audit goes on; null where it has come to the last row
 */
record AuditReport(
        long rows,
        long movements,
        long pending,
        long onHand,
        boolean balanced,
        List<Difference> differences,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    /**
     * One row whose balances are not what its movements come to, or do not add up, or that cannot be read.
     *
     * @param balance absent where the row cannot be read
     * @param ledger absent where either cannot be read
     * @param problem {@code unreadable_row} or {@code unreadable_ledger}; absent where both can be read
     */
    record Difference(
            String sku,
            String hubId,
            @Nullable Balance balance,
            @Nullable Balance ledger,
            boolean addsUp,
            @Nullable String problem) {}
}
