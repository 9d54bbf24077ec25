package io.nearstock.local.sandbox.payment;

import java.util.ArrayList;
import java.util.List;

/** The sums that one change of an intent moves, in minor units; a sum of nothing is left out. */
record Posting(List<Sum> sums) {

    record Sum(LedgerKind kind, long amount) {}

    static Posting none() {
        return new Posting(List.of());
    }

    static Posting of(LedgerKind kind, long amount) {
        return none().and(kind, amount);
    }

    Posting and(LedgerKind kind, long amount) {
        var more = new ArrayList<>(sums);
        if (amount > 0) {
            more.add(new Sum(kind, amount));
        }
        return new Posting(List.copyOf(more));
    }
}
