package io.nearstock.inventory.ledger;

import io.nearstock.inventory.Balance;
import java.util.List;

/**
 * What came out of an audit.
 *
 * @param rows how many were looked at
 * @param movements how many their ledger has
 * @param pending changes that are in the balances and on their way to the ledger; counted as if they were there
 * @param onHand units in all hubs together
 * @param differences the rows whose ledger says otherwise; the first thousand of them
 */
record AuditReport(
        long rows, long movements, long pending, long onHand, boolean balanced, List<Difference> differences) {

    /** One row whose balances are not what its movements come to, or do not add up. */
    record Difference(String sku, String hubId, Balance balance, Balance ledger, boolean addsUp) {}
}
