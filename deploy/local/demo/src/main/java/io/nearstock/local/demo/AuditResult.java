package io.nearstock.local.demo;

import java.util.List;

/**
 * What was found when others than the shop's own summaries were asked.
 *
 * @param completed orders that reached their end
 * @param units units that left the hubs
 * @param mails confirmations and cancellations in the customers' mailboxes
 * @param mailsDue how many there should be
 * @param learned what the shop now recommends beside its favourites
 * @param rows stock rows whose ledger was replayed
 * @param wrongRows rows whose balance is not what their ledger adds up to
 * @param taken minor units that the provider's own ledger shows as captured and not refunded
 * @param wrongOrders orders whose payment the provider tells otherwise
 */
record AuditResult(
        long completed,
        long units,
        long mails,
        long mailsDue,
        List<String> learned,
        long rows,
        long wrongRows,
        long taken,
        List<String> wrongOrders) {

    boolean clean() {
        return wrongRows == 0 && wrongOrders.isEmpty() && mails == mailsDue;
    }
}
