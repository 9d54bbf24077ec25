package io.nearstock.inventory.holding;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.nearstock.inventory.DatabaseProcess;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Everybody wants the same product: 32 callers on two instances hold units of one row, in turn with 32 threads of the same
 * driver that do nothing but change one document by a condition. Where others are at work, the time of processors that each
 * takes says more than rates do. docs/performance.md has the figures. Run its main; the build does not.
 */
final class HotSkuBenchmark {

    private static final int CALLERS = 32;
    private static final int UNITS = 50_000_000;
    private static final int LAST_UNITS = 5_000;
    private static final Duration SPELL = Duration.ofSeconds(8);

    /** So many holds are made before any is measured: the compiler needs as many. */
    private static final int WARM = 150_000;

    private final DatabaseProcess database;
    private final List<MongoClient> clients;
    private final List<Instance> instances;
    private final AtomicLong number = new AtomicLong();

    private HotSkuBenchmark(DatabaseProcess database, List<MongoClient> clients) {
        this.database = database;
        this.clients = clients;
        this.instances = clients.stream()
                .map(client -> Instance.of(client.getDatabase("hot"), Clock.systemUTC()))
                .toList();
    }

    /** As an argument: how many rounds are measured; many holds and one round before them warm up. */
    public static void main(String[] arguments) throws IOException {
        var rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        try (var database = DatabaseProcess.start();
                var one = database.client();
                var other = database.client()) {
            new HotSkuBenchmark(database, List.of(one, other)).run(rounds);
        }
    }

    private void run(int rounds) {
        var shop = instances.getFirst();
        shop.open("hub_leeds", "Leeds", LEEDS);
        Goods.receive(shop, "rcp_1", "hub_leeds", new Line("HOT", UNITS), new Line("LAST", LAST_UNITS));
        var raw = clients.stream()
                .map(client -> client.getDatabase("hot").getCollection("raw"))
                .toList();
        raw.getFirst().insertOne(new Document("_id", "HOT@hub_leeds").append("available", UNITS));
        instances.forEach(Books::keep);
        while (number.get() < WARM) {
            System.out.println("warming up: holds: " + spell(this::hold));
        }
        for (int round = 0; round <= rounds; round++) {
            var updates = spell(caller -> update(raw.get(caller % 2)));
            var holds = spell(this::hold);
            System.out.printf(
                    "%sconditional updates: %s; holds: %s; %.2f of the rate, %.2f by CPU%n",
                    round == 0 ? "warming up: " : "",
                    updates,
                    holds,
                    (double) holds.done() / updates.done(),
                    updates.cpu() / holds.cpu());
        }
        checkThatNoneIsMissing("HOT", number.get());
        sellOut();
    }

    private static boolean update(MongoCollection<Document> raw) {
        var enough = and(eq("_id", "HOT@hub_leeds"), gte("available", 1));
        return raw.updateOne(enough, combine(inc("available", -1), inc("allocated", 1), inc("seq", 1L)))
                        .getModifiedCount()
                == 1;
    }

    private boolean hold(int caller) {
        return take(caller, "HOT");
    }

    private boolean take(int caller, String sku) {
        var id = "hld_" + sku + "_" + number.getAndIncrement();
        var demand = new Demand(id, List.of(new Line(sku, 1)), LONDON);
        return instances.get(caller % 2).the(TakeHold.class).take(id, demand, null) instanceof Taken;
    }

    private Spell spell(IntPredicate work) {
        database.commands();
        var own = cpu();
        var databases = database.cpu();
        var done = successes(work);
        return new Spell(
                done,
                database.commands(),
                SPELL.toSeconds(),
                cpu().minus(own),
                database.cpu().minus(databases));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Whoever has none breaks the benchmark off. */
    private static long successes(IntPredicate work) {
        var done = new LongAdder();
        var end = System.nanoTime() + SPELL.toNanos();
        all(caller -> {
            while (System.nanoTime() < end) {
                check(work.test(caller), "refused");
                done.increment();
            }
        });
        return done.sum();
    }

    private static void all(java.util.function.IntConsumer callers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> threads.submit(() -> callers.accept(caller)))
                    .toList();
            running.forEach(each -> {
                try {
                    each.get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }
    }

    private void sellOut() {
        var sold = new LongAdder();
        all(caller -> {
            while (take(caller, "LAST")) {
                sold.increment();
            }
        });
        check(sold.sum() == LAST_UNITS, sold.sum() + " sold of " + LAST_UNITS);
        checkThatNoneIsMissing("LAST", LAST_UNITS);
    }

    private void checkThatNoneIsMissing(String sku, long held) {
        StockRow row;
        var patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            row = instances.getFirst().row(sku, "hub_leeds");
        } while (!row.pending().isEmpty() && System.nanoTime() < patience);
        check(row.pending().isEmpty(), "pending: " + row.pending().size());
        check(row.allocated() == held, row.allocated() + " allocated for " + held);
        check(Books.differences(instances.getFirst()).isEmpty(), "the ledger differs");
        System.out.printf("%,d units of %s held by as many holds, and the ledger agrees%n", held, sku);
    }

    private static void check(boolean isWell, String what) {
        if (!isWell) {
            throw new IllegalStateException(what);
        }
    }
}
