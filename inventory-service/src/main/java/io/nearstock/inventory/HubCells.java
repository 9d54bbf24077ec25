package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Hubs by cells of one degree, so that a question for the near ones looks at few. What it finds is a superset of what is
 * within the radius as the crow flies; whoever asks measures.
 */
final class HubCells {

    /** A little less than the Earth's mean radius, so that rounding never leaves a hub out. */
    private static final double RADIUS_KM = 6371.0;

    private static final int COLUMNS = 360;

    private final List<Hub> all;
    private final Map<Integer, List<Hub>> cells;

    HubCells(Collection<Hub> hubs) {
        all = List.copyOf(hubs);
        cells = all.stream()
                .collect(groupingBy(hub -> cell(
                        row(hub.position().latitude()), column(hub.position().longitude()))));
    }

    /** Meridians draw together: the farther from the equator, the more of them a radius reaches. */
    List<Hub> within(Position place, double radiusKm) {
        var reach = Math.toDegrees(radiusKm / RADIUS_KM) + 1e-6;
        var south = place.latitude() - reach;
        var north = place.latitude() + reach;
        var widest = Math.sin(Math.toRadians(Math.min(reach, 90))) / Math.cos(Math.toRadians(place.latitude()));
        if (!(reach < 90) || south <= -90 || north >= 90 || !(widest < 1)) {
            return reach < 90 ? band(south, north, -180, 180) : all;
        }
        var aside = Math.toDegrees(Math.asin(widest)) + 1e-6;
        return aside >= 180
                ? band(south, north, -180, 180)
                : band(south, north, place.longitude() - aside, place.longitude() + aside);
    }

    private List<Hub> band(double south, double north, double west, double east) {
        var rows = row(Math.min(north, 90)) - row(Math.max(south, -90)) + 1;
        var columns = Math.min(COLUMNS, (int) Math.floor(east) - (int) Math.floor(west) + 1);
        if ((long) rows * columns > cells.size()) {
            return all;
        }
        var found = new ArrayList<Hub>();
        for (int row = row(Math.max(south, -90)), last = row + rows; row < last; row++) {
            for (int step = 0; step < columns; step++) {
                found.addAll(cells.getOrDefault(cell(row, column(west) + step), List.of()));
            }
        }
        return found;
    }

    private static int row(double latitude) {
        return (int) Math.floor(latitude) + 90;
    }

    private static int column(double longitude) {
        return (int) Math.floor(longitude) + 180;
    }

    private static int cell(int row, int column) {
        return row * COLUMNS + Math.floorMod(column, COLUMNS);
    }
}
