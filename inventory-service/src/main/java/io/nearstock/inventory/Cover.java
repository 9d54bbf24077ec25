package io.nearstock.inventory;

import java.util.Arrays;

/**
 * The fewest hubs that together have enough of everything, of those the ones that travel least together, and of those the
 * ones whose stock wears least: {@link #wear}. That is a set cover, which is NP-hard (R. M. Karp, "Reducibility among
 * Combinatorial Problems", 1972): exact for up to {@value #EXACT} hubs. Beyond, one hub is always found exactly, two up to
 * {@value #EXACT_PAIRS} hubs; three and more by taking again and again the hub that covers most of what is missing
 * (V. Chvatal, "A Greedy Heuristic for the Set-Covering Problem", 1979), and then, in its place, one as far that wears less.
 */
final class Cover {

    static final int EXACT = 12;
    static final int EXACT_PAIRS = 200;

    private final int[] needed;
    private final int[][] stock;
    private final long[] way;
    private int[] best = {};
    private long bestWay;
    private double bestWear;
    private boolean exact = true;
    private boolean evened;

    /**
     * Together the hubs have all that is needed.
     *
     * @param stock by hub, then by product in the order of what is needed
     * @param way by hub, rising, in whole units, so that as far is as far
     */
    Cover(int[] needed, int[][] stock, long[] way) {
        this.needed = needed;
        this.stock = stock;
        this.way = way;
    }

    /** The hubs' indices, rising: none when nothing is needed. */
    int[] fewest() {
        if (Arrays.stream(needed).allMatch(units -> units == 0)) {
            return best;
        }
        for (int count = 1; count <= exactUpTo(); count++) {
            bestWay = Long.MAX_VALUE;
            search(new int[count], 0, 0, 0);
            if (bestWay < Long.MAX_VALUE) {
                return best;
            }
        }
        exact = false;
        return evened(greedy());
    }

    boolean isExact() {
        return exact;
    }

    /** Whether others would have done as well but for the wear of their stock. */
    boolean isEvened() {
        return evened;
    }

    private int exactUpTo() {
        if (stock.length <= EXACT) {
            return stock.length;
        }
        return stock.length <= EXACT_PAIRS ? 2 : 1;
    }

    /** Tries every set of so many hubs; as distances rise, a set that is too far already only gets farther. */
    private void search(int[] picked, int depth, int from, long travelled) {
        if (depth == picked.length) {
            if (covers(picked)) {
                consider(picked, travelled);
            }
            return;
        }
        var open = picked.length - depth;
        for (int hub = from; hub <= stock.length - open && travelled + open * way[hub] <= bestWay; hub++) {
            picked[depth] = hub;
            search(picked, depth + 1, hub + 1, travelled + way[hub]);
        }
    }

    /** Of equals the first stays. */
    private void consider(int[] picked, long travelled) {
        var wear = wear(picked);
        var isNearer = travelled < bestWay;
        evened = !isNearer && (evened || wear != bestWear);
        if (isNearer || wear < bestWear) {
            best = picked.clone();
            bestWay = travelled;
            bestWear = wear;
        }
    }

    /**
     * The shares of their stock that hubs give, added up over products, where the first of them gives first: of two
     * plans as good the one that leaves the greater share where it takes from keeps more ways open for orders to come
     * (J. Acimovic and S. Graves, "Making Better Fulfillment Decisions on the Fly in an Online Retail Environment", 2015,
     * show what it costs to look at today's way only).
     */
    double wear(int... hubs) {
        var wear = 0.0;
        for (int product = 0; product < needed.length; product++) {
            var missing = needed[product];
            for (int at = 0; at < hubs.length && missing > 0; at++) {
                var has = stock[hubs[at]][product];
                var gives = Math.min(missing, has);
                wear += gives == 0 ? 0 : (double) gives / has;
                missing -= gives;
            }
        }
        return wear;
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

    /** Takes, instead of each hub in turn, those as far that would wear less. */
    private int[] evened(int[] picked) {
        var evened = picked;
        for (int hub = 0; hub < stock.length; hub++) {
            for (int at = 0; at < evened.length; at++) {
                evened = way[hub] == way[evened[at]] ? lessWorn(evened, at, hub) : evened;
            }
        }
        return evened;
    }

    private int[] lessWorn(int[] picked, int at, int hub) {
        if (Arrays.stream(picked).anyMatch(each -> each == hub)) {
            return picked;
        }
        var other = picked.clone();
        other[at] = hub;
        Arrays.sort(other);
        if (!covers(other) || wear(other) >= wear(picked)) {
            return picked;
        }
        evened = true;
        return withoutIdle(other);
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
