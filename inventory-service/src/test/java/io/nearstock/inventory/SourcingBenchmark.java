package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.Departure.Delay;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** CPU time of the planning thread; docs/performance.md has the figures. Run its main; the build does not. */
final class SourcingBenchmark {

    private static final int HUBS = 50;
    private static final int LINES = 20;
    private static final int WARM_UP = 3000;
    private static final int PLANS = 3000;

    private final Random random = new Random(3);

    private SourcingBenchmark() {}

    public static void main(String[] arguments) {
        new SourcingBenchmark().planTwentyLinesOverFiftyHubs("each at a distance of its own", 1, 0);
        new SourcingBenchmark().planTwentyLinesOverFiftyHubs("ten at each distance", 10, 0);
        new SourcingBenchmark().planTwentyLinesOverFiftyHubs("half of them full for some days", 1, 5);
    }

    private void planTwentyLinesOverFiftyHubs(String hubs, int atEachDistance, int days) {
        var clock = ManagementFactory.getThreadMXBean();
        var spent = new long[PLANS];
        var shipments = 0L;
        for (int i = -WARM_UP; i < PLANS; i++) {
            var demand = demand();
            var candidates = candidates(atEachDistance, days);
            var before = clock.getCurrentThreadCpuTime();
            var plan = Detour.plan(demand, candidates);
            if (i >= 0) {
                spent[i] = clock.getCurrentThreadCpuTime() - before;
            }
            shipments += plan.shipments().size();
        }
        Arrays.sort(spent);
        System.out.printf(
                "%s: %d shipments; a plan: p50 %.3f ms, p99 %.3f ms, longest %.3f ms%n",
                hubs, shipments, ms(spent, 0.5), ms(spent, 0.99), ms(spent, 1));
    }

    private static double ms(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private SequencedMap<String, Integer> demand() {
        var demand = new LinkedHashMap<String, Integer>();
        IntStream.range(0, LINES).forEach(line -> demand.put("sku" + line, 1 + random.nextInt(3)));
        return demand;
    }

    /** Each hub has about two thirds of the products, so that it takes several, in all ways that are hard. */
    private List<Candidate> candidates(int atEachDistance, int days) {
        return IntStream.range(0, HUBS)
                .mapToObj(number -> {
                    var hub = new Hub("hub" + number, "Hub", new Position(0, 0), null, null, null, null, null, null, 1);
                    var has = IntStream.range(0, LINES)
                            .filter(_ -> random.nextInt(3) > 0)
                            .boxed()
                            .collect(toMap(line -> "sku" + line, _ -> random.nextInt(4)));
                    var waits = days > 0 && random.nextBoolean() ? 1 + random.nextInt(days) : 0;
                    var delay = waits == 0 ? Delay.NONE : Delay.FULL;
                    var band = number / atEachDistance;
                    return new Candidate(hub, band * 7.0, LocalDate.EPOCH.plusDays(waits), delay, has);
                })
                .toList();
    }
}
