package io.nearstock.inventory;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The balances of a row, or how they change. */
public record Balance(
        int onHand, int available, int allocated, int safety, int damaged, int quarantined, int incoming) {

    public static final Balance ZERO = new Balance(0, 0, 0, 0, 0, 0, 0);

    static Balance of(Bucket bucket, int quantity) {
        return new Balance(
                bucket.isOnHand() ? quantity : 0,
                bucket == Bucket.AVAILABLE ? quantity : 0,
                bucket == Bucket.ALLOCATED ? quantity : 0,
                bucket == Bucket.SAFETY ? quantity : 0,
                bucket == Bucket.DAMAGED ? quantity : 0,
                bucket == Bucket.QUARANTINED ? quantity : 0,
                bucket == Bucket.INCOMING ? quantity : 0);
    }

    public Balance plus(Balance other) {
        return new Balance(
                onHand + other.onHand,
                available + other.available,
                allocated + other.allocated,
                safety + other.safety,
                damaged + other.damaged,
                quarantined + other.quarantined,
                incoming + other.incoming);
    }

    /** By the names of the balances, those that are not zero. */
    SequencedMap<String, Integer> changes() {
        var changes = new LinkedHashMap<String, Integer>();
        changes.put("onHand", onHand);
        changes.put("available", available);
        changes.put("allocated", allocated);
        changes.put("safety", safety);
        changes.put("damaged", damaged);
        changes.put("quarantined", quarantined);
        changes.put("incoming", incoming);
        changes.values().removeIf(units -> units == 0);
        return changes;
    }
}
