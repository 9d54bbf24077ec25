package io.nearstock.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** So many units of one product. */
public record Line(String sku, int quantity) {

    /** What lines ask for together: two lines on one SKU compete for the same units. */
    public static SequencedMap<String, Integer> total(List<Line> lines) {
        var total = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> total.merge(line.sku(), line.quantity(), Line::sum));
        return total;
    }

    /** As many as can be counted, where they are more: no balance has so many. */
    private static int sum(int units, int more) {
        return Math.clamp((long) units + more, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
