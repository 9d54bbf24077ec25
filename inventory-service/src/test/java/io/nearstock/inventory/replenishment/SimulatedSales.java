package io.nearstock.inventory.replenishment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads real sales: of each line what follows the columns that describe it. A missing period is one without sales. */
final class SimulatedSales {

    private SimulatedSales() {}

    static List<Series> read(Path file, int every) throws IOException {
        var series = new ArrayList<Series>();
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            var header = List.of(lines.readLine().split(",", -1));
            var first = Math.max(1, header.indexOf("d_1"));
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (number++ % every == 0) {
                    series.add(series(number, line.split(",", -1), first));
                }
            }
        }
        return series;
    }

    private static Series series(int number, String[] cells, int first) {
        var sold = new float[cells.length - first];
        for (var period = 0; period < sold.length; period++) {
            var cell = cells[first + period];
            sold[period] = cell.isEmpty() ? 0 : Float.parseFloat(cell);
        }
        return new Series(new SeriesKey("item-" + number, "", "", "store", ""), PriceSteps.UNKNOWN, sold);
    }
}
