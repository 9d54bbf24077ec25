package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.PriceSteps;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices by week as M5 has them, or as runs of equal prices (from_wm_yr_wk, to_wm_yr_wk). */
record PricesFile(Path file) {

    record Key(String store, String item) {}

    /** Weeks that the calendar does not know are left out. */
    Map<Key, PriceSteps> read(Map<Integer, Integer> firstDayOfWeek) {
        var steps = new HashMap<Key, SortedMap<Integer, Float>>();
        new Table(file).read(List.of("store_id", "item_id", "sell_price"), row -> {
            var day = firstDayOfWeek.get(week(row));
            if (day != null) {
                steps.computeIfAbsent(new Key(row.text("store_id"), row.text("item_id")), _ -> new TreeMap<>())
                        .put(day, price(row));
            }
        });
        return steps.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> PriceSteps.of(each.getValue())));
    }

    private int week(Table.Row row) {
        if (!row.has("from_wm_yr_wk") && !row.has("wm_yr_wk")) {
            throw new FileProblem(file + " has no column wm_yr_wk or from_wm_yr_wk");
        }
        return row.whole(row.has("from_wm_yr_wk") ? "from_wm_yr_wk" : "wm_yr_wk");
    }

    private float price(Table.Row row) {
        var price = row.number(row.text("sell_price"), "sell_price");
        if (!(price > 0)) {
            throw new FileProblem(file + ": a price of " + price);
        }
        return price;
    }
}
