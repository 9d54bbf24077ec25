package io.nearstock.inventory;

import java.util.Arrays;

/**
 * The fewest hubs that together have enough of everything, and of those the ones that travel least together. That is a
 * set cover, which is NP-hard (R. M. Karp, "Reducibility among Combinatorial Problems", 1972): exact for up to
 * {@value #EXACT} hubs. Beyond, one hub is always found exactly, two up to {@value #EXACT_PAIRS} hubs; three and more by
 * taking again and again the hub that covers most of what is missing (V. Chvatal, "A Greedy Heuristic for the
 * Set-Covering Problem", 1979).
 */
final class Cover {

    static final int EXACT = 12;
    static final int EXACT_PAIRS = 200;

    private final int[] needed;
    private final int[][] stock;
    private final double[] km;
    private int[] best = {};
    private double bestKm;

    /**
     * Together the hubs have all that is needed.
     *
     * @param stock by hub, then by product in the order of what is needed
     * @param km by hub, rising
     */
    Cover(int[] needed, int[][] stock, double[] km) {
        this.needed = needed;
        this.stock = stock;
        this.km = km;
    }

    /** The hubs' indices, rising: none when nothing is needed. */
    int[] fewest() {
        if (Arrays.stream(needed).allMatch(units -> units == 0)) {
            return best;
        }
        for (int count = 1; count <= exactUpTo(); count++) {
            bestKm = Double.POSITIVE_INFINITY;
            search(new int[count], 0, 0, 0);
            if (bestKm < Double.POSITIVE_INFINITY) {
                return best;
            }
        }
        return greedy();
    }

    boolean isExact() {
        return best.length > 0 || stock.length == 0;
    }

    private int exactUpTo() {
        if (stock.length <= EXACT) {
            return stock.length;
        }
        return stock.length <= EXACT_PAIRS ? 2 : 1;
    }

    /** Tries every set of so many hubs; as distances rise, a set that is too far already only gets farther. */
    private void search(int[] picked, int depth, int from, double travelled) {
        if (depth == picked.length) {
            if (covers(picked)) {
                best = picked.clone();
                bestKm = travelled;
            }
            return;
        }
        var open = picked.length - depth;
        for (int hub = from; hub <= stock.length - open && travelled + open * km[hub] < bestKm; hub++) {
            picked[depth] = hub;
            search(picked, depth + 1, hub + 1, travelled + km[hub]);
        }
    }

    boolean covers(int... hubs) {
        for (int product = 0; product < needed.length; product++) {
            long has = 0;
            for (int hub : hubs) {
                has += stock[hub][product];
            }
            if (has < needed[product]) {
                return false;
            }
        }
        return true;
    }

    private int[] greedy() {
        var missing = needed.clone();
        var picked = new int[0];
        while (!covers(picked)) {
            var hub = mostUseful(missing);
            for (int product = 0; product < missing.length; product++) {
                missing[product] -= Math.min(missing[product], stock[hub][product]);
            }
            picked = Arrays.copyOf(picked, picked.length + 1);
            picked[picked.length - 1] = hub;
        }
        Arrays.sort(picked);
        return withoutIdle(picked);
    }

    private int mostUseful(int[] missing) {
        var most = 0;
        var useful = -1L;
        for (int hub = 0; hub < stock.length; hub++) {
            long units = 0;
            for (int product = 0; product < missing.length; product++) {
                units += Math.min(missing[product], stock[hub][product]);
            }
            if (units > useful) {
                useful = units;
                most = hub;
            }
        }
        return most;
    }

    /** Leaves out hubs that later choices made superfluous, the farthest first. */
    private int[] withoutIdle(int[] picked) {
        var kept = picked;
        for (int i = picked.length - 1; i >= 0; i--) {
            var hub = picked[i];
            var fewer = Arrays.stream(kept).filter(each -> each != hub).toArray();
            kept = covers(fewer) ? fewer : kept;
        }
        return kept;
    }
}
