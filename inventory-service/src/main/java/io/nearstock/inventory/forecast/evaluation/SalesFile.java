package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sales in the wide format of M5: a row for each item and store, a column d_1, d_2 … for each day. */
final class SalesFile {

    private static final String DAY = "d_";

    private final Path file;

    SalesFile(Path file) {
        this.file = file;
    }

    List<Series> read(Map<PricesFile.Key, PriceSteps> prices) {
        var all = new ArrayList<Series>();
        new Table(file).read(List.of("item_id", "store_id", "d_1"), row -> {
            var key = new SeriesKey(
                    row.text("item_id"),
                    row.text("dept_id"),
                    row.text("cat_id"),
                    row.text("store_id"),
                    row.text("state_id"));
            var price = prices.getOrDefault(new PricesFile.Key(key.store(), key.item()), PriceSteps.UNKNOWN);
            all.add(new Series(key, price, sold(row)));
        });
        if (all.isEmpty()) {
            throw new FileProblem(file + " has no rows");
        }
        return all;
    }

    private float[] sold(Table.Row row) {
        var columns = row.columns();
        var first = columns.indexOf(DAY + 1);
        var days = (int) IntStream.range(first, columns.size())
                .takeWhile(at -> columns.get(at).equals(DAY + (at - first + 1)))
                .count();
        if (first + days < columns.size() && columns.get(first + days).startsWith(DAY)) {
            throw new FileProblem(file + ": " + columns.get(first + days) + " is not the day after " + DAY + days);
        }
        var sold = new float[days];
        for (var day = 0; day < days; day++) {
            sold[day] = quantity(row, columns, first + day);
        }
        return sold;
    }

    /** An empty field is a day without a sale. */
    private float quantity(Table.Row row, List<String> columns, int position) {
        var text = row.text(position);
        var quantity = text.isEmpty() ? 0 : row.number(text, columns.get(position));
        if (!(quantity >= 0 && quantity < Float.POSITIVE_INFINITY)) {
            throw new FileProblem(file + ", column " + columns.get(position) + ": " + text + " was never sold");
        }
        return quantity;
    }
}
