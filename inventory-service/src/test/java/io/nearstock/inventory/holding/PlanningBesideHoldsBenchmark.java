package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.DatabaseProcess;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.forecast.planning.PlanningProcess;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Holds at a fixed rate, with and without forecasts being made in a process of their own meanwhile, in turn. Latencies
 * count from the moment that a hold was intended for. docs/performance.md has the figures. Run its main; the build does not.
 */
final class PlanningBesideHoldsBenchmark {

    private static final int PRODUCTS = 2000;
    private static final int DAYS = 200;
    private static final int A_SECOND = 100;
    private static final Duration SPELL = Duration.ofSeconds(25);

    private final DatabaseProcess server;
    private final MongoDatabase database;
    private final Instance shop;
    private final Random random = new Random(11);
    private int holds;

    private PlanningBesideHoldsBenchmark(DatabaseProcess server, MongoDatabase database) {
        this.server = server;
        this.database = database;
        this.shop = Instance.of(database, Clock.systemUTC());
    }

    /** As an argument: how often both are measured, after once to warm up. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        try (var server = DatabaseProcess.start();
                var client = server.client()) {
            new PlanningBesideHoldsBenchmark(server, client.getDatabase("inventory")).run(rounds);
        }
        System.exit(0);
    }

    private void run(int rounds) throws InterruptedException {
        stockUp();
        Books.keep(shop);
        measure("warming up");
        measure("warming up");
        for (int round = 0; round < rounds; round++) {
            measure("alone");
            database.getCollection("planningRounds").deleteMany(new Document());
            try (var planning = PlanningProcess.on(server.address(), "inventory")) {
                measure("beside planning");
                System.out.println(planning.isRunning() ? "planning goes on" : "PLANNING HAS ENDED BEFORE");
            }
        }
    }

    private void stockUp() {
        shop.open("hub_leeds", "Leeds", LEEDS);
        var lines = IntStream.range(0, PRODUCTS)
                .mapToObj(product -> new Line("sku_" + product, 1_000_000))
                .toArray(Line[]::new);
        Goods.receive(shop, "rcp_1", "hub_leeds", lines);
        var today = PlanningSettings.DEFAULTS.dayOf(Clock.systemUTC().instant());
        IntStream.rangeClosed(1, DAYS)
                .boxed()
                .flatMap(ago -> IntStream.range(0, PRODUCTS)
                        .filter(_ -> random.nextInt(2) == 0)
                        .mapToObj(product -> OrderedLine.of(
                                "ord_" + ago,
                                new Portion("sku_" + product, "hub_leeds", 1 + random.nextInt(4)),
                                today.minusDays(ago))))
                .gather(Gatherers.windowFixed(5000))
                .forEach(shop.the(OrderedLines.class)::add);
    }

    private void measure(String what) throws InterruptedException {
        var latencies = new long[(int) (A_SECOND * SPELL.toSeconds())];
        var start = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < latencies.length; i++) {
                var turn = i;
                var due = start + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
                var hold = "hld_" + holds++;
                var sku = "sku_" + random.nextInt(PRODUCTS);
                LockSupport.parkNanos(due - System.nanoTime());
                callers.execute(() -> {
                    take(hold, sku);
                    latencies[turn] = System.nanoTime() - due;
                });
            }
        }
        Arrays.sort(latencies);
        System.out.printf(
                "%s: p50 %.2f ms, p95 %.2f, p99 %.2f, longest %.1f%n",
                what, at(latencies, 0.5), at(latencies, 0.95), at(latencies, 0.99), at(latencies, 1));
    }

    private void take(String id, String sku) {
        var demand = new Demand(id, List.of(new Line(sku, 1)), LONDON);
        if (!(shop.the(TakeHold.class).take(id, demand, null) instanceof Taken)) {
            throw new IllegalStateException(id + " was refused");
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
