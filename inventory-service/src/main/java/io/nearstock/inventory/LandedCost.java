package io.nearstock.inventory;

import java.math.BigInteger;
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
        var value =
                values.stream().map(each -> BigInteger.valueOf(each.amount())).reduce(BigInteger.ZERO, BigInteger::add);
        var landed = new ArrayList<Money>();
        var left = charges;
        for (var each : values) {
            var share = share(charges, each, value);
            landed.add(each.plus(share));
            left -= share;
        }
        for (int i = 0; left > 0; i = (i + 1) % landed.size()) {
            landed.set(i, landed.get(i).plus(1));
            left--;
        }
        return List.copyOf(landed);
    }

    /** A product of the two can be beyond what a long holds. */
    private static long share(long charges, Money value, BigInteger all) {
        return BigInteger.valueOf(charges)
                .multiply(BigInteger.valueOf(value.amount()))
                .divide(all)
                .longValueExact();
    }
}
