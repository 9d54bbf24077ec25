package io.nearstock.local.demo;

import io.nearstock.local.demo.retail.Invoice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the invoices. Many write it at a time. */
final class Tally {

    /** An order that the shop confirmed. */
    record Bought(String orderId, Customer customer, Invoice invoice) {}

    private final ConcurrentLinkedQueue<Bought> confirmed = new ConcurrentLinkedQueue<>();
    private final Set<Bought> cancelled = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    void confirm(Bought order) {
        confirmed.add(order);
    }

    /** The order is no longer among the confirmed ones. */
    void cancel(Bought order) {
        confirmed.remove(order);
        cancelled.add(order);
    }

    void refuse(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    int next() {
        return done.incrementAndGet();
    }

    List<Bought> confirmed() {
        return List.copyOf(confirmed);
    }

    List<Bought> cancelled() {
        return List.copyOf(cancelled);
    }

    Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }
}
