package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

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
        new SourcingBenchmark().planTwentyLinesOverFiftyHubs();
    }

    private void planTwentyLinesOverFiftyHubs() {
        var clock = ManagementFactory.getThreadMXBean();
        var spent = new long[PLANS];
        var shipments = 0L;
        for (int i = -WARM_UP; i < PLANS; i++) {
            var demand = demand();
            var candidates = candidates();
            var before = clock.getCurrentThreadCpuTime();
            var plan = Sourcing.plan(demand, candidates);
            if (i >= 0) {
                spent[i] = clock.getCurrentThreadCpuTime() - before;
            }
            shipments += plan.shipments().size();
        }
        Arrays.sort(spent);
        System.out.printf(
                "%d shipments; a plan: p50 %.3f ms, p99 %.3f ms, longest %.3f ms%n",
                shipments, ms(spent, 0.5), ms(spent, 0.99), ms(spent, 1));
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
    private List<Candidate> candidates() {
        return IntStream.range(0, HUBS)
                .mapToObj(number -> {
                    var hub = new Hub("hub" + number, "Hub", new Position(0, 0), null, null, null, null, null, null, 1);
                    var has = IntStream.range(0, LINES)
                            .filter(_ -> random.nextInt(3) > 0)
                            .boxed()
                            .collect(toMap(line -> "sku" + line, _ -> random.nextInt(4)));
                    return new Candidate(hub, number * 7.0, LocalDate.EPOCH, has);
                })
                .toList();
    }
}
