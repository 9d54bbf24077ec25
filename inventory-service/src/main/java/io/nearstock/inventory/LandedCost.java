package io.nearstock.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * What goods cost once they are here: freight and duty are shared by value. Shares are rounded down, and what is left
 * over goes, a minor unit each, to the first products; so nothing is lost.
 */
final class LandedCost {

    private LandedCost() {}

    /** By item, in their order. */
    static List<Money> of(PurchaseOrder order) {
        var values = order.items().stream()
                .map(item -> item.unitCost().times(item.quantity()))
                .toList();
        var charges = Math.addExact(order.terms().freight(), order.terms().duty());
        var value = values.stream().mapToLong(Money::amount).sum();
        var landed = new ArrayList<Money>();
        var left = charges;
        for (var each : values) {
            var share = share(charges, each.amount(), value);
            landed.add(each.of(each.amount() + share));
            left -= share;
        }
        for (int i = 0; left > 0; i = (i + 1) % landed.size()) {
            landed.set(i, landed.get(i).of(landed.get(i).amount() + 1));
            left--;
        }
        return List.copyOf(landed);
    }

    private static long share(long charges, long value, long all) {
        return Math.multiplyHigh(charges, value) == 0 ? charges * value / all : (long) ((double) charges * value / all);
    }
}
