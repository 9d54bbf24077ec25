package io.nearstock.inventory;

import java.util.Comparator;
import java.util.List;

/** So many units of one product in one hub: a part of one stock row. */
public record Portion(String sku, String hubId, int quantity) {

    /** What lines are together at a hub, in the order of the rows. */
    public static List<Portion> at(String hubId, List<Line> lines) {
        return Line.total(lines).entrySet().stream()
                .map(line -> new Portion(line.getKey(), hubId, line.getValue()))
                .sorted(Comparator.comparing(Portion::row))
                .toList();
    }

    public String row() {
        return StockRow.id(sku, hubId);
    }

    public Portion of(int quantity) {
        return new Portion(sku, hubId, quantity);
    }

    public Portion negated() {
        return of(-quantity);
    }
}
