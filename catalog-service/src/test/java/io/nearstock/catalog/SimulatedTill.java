package io.nearstock.catalog;

import static com.mongodb.MongoClientSettings.getDefaultCodecRegistry;
import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static io.nearstock.catalog.PromotionFixtures.limited;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.Redemption.Status;
import io.nearstock.catalog.quote.Quoting;
import io.nearstock.catalog.redemption.Redeeming;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import io.nearstock.testkit.simulation.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.configuration.CodecRegistry;

/** Two instances, a promotion that there is too little of, and customers who check out, order, cancel and go away. */
final class SimulatedTill {

    static final CodecRegistry CODECS = fromRegistries(fromProviders(new BenefitCodec()), getDefaultCodecRegistry());

    private static final int CRASH_ONE_IN = 150;
    private static final int CHECKOUTS = 6;
    private static final long USES = 2;
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final List<Integer> COPIES = List.of(0, 1, 1, 1, 2);

    private record Instance(Quoting quoting, Redeeming redeeming) {}

    private final SimulatedDatabase database;
    private final List<Instance> instances;
    private final Set<String> held = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private Instant now = NOW;

    SimulatedTill(SimulatedDatabase database) {
        this.database = database;
        InstantSource source = () -> now;
        var clock = source.withZone(ZoneOffset.UTC);
        this.instances =
                Stream.generate(() -> instance(database, clock)).limit(2).toList();
    }

    private static Instance instance(SimulatedDatabase database, Clock clock) {
        var mongo = database.database();
        var catalog =
                new CatalogSettings("GBP", Duration.ZERO, Duration.ZERO); // every story begins with another database
        var settings = new RedemptionSettings(LIFE, Duration.ofSeconds(10), Duration.ofSeconds(1));
        var products = new Products(
                mongo,
                _ -> {
                    throw new UnsupportedOperationException();
                },
                OutboxRelay.asleep());
        var allowances = new Allowances(mongo);
        var redemptions = new Redemptions(mongo);
        return new Instance(
                new Quoting(
                        products,
                        new Promotions(mongo, SimulatedTill::announced, OutboxRelay.asleep(), catalog, clock),
                        new PriceLists(mongo, catalog, clock),
                        new Segments(mongo),
                        allowances,
                        redemptions,
                        catalog,
                        settings,
                        clock),
                new Redeeming(redemptions, allowances, settings, clock));
    }

    private static OutboxEntry announced(Promotion promotion) {
        return new OutboxEntry(promotion.id() + ".1", 1, "promotion.changed", promotion.changedAt(), null, "{}");
    }

    /** Tells the story of a seed; fails when it does not end well. */
    void tell(long seed) {
        var random = new Random(seed);
        open();
        var simulation = new Simulation(random, CRASH_ONE_IN);
        for (int number = 0; number < CHECKOUTS; number++) {
            customer(simulation, random, number);
        }
        for (int i = 0; i < 8; i++) {
            start(simulation, random, this::lookAfter);
        }
        simulation.run();
        recover();
        assertEverythingIsSomebodys();
    }

    private void open() {
        database.clear();
        held.clear();
        claimed.clear();
        cancelled.clear();
        now = NOW;
        var mongo = database.database();
        mongo.getCollection("products", Product.class)
                .insertOne(offered("prd_1", "TEA", "Tea", "food", 1000).product());
        var promotion = combined("prm_1", new Percentage(10));
        mongo.getCollection("promotions", Promotion.class)
                .insertOne(limited(promotion, new Limits(USES, pence(250), 1)));
    }

    private void customer(Simulation simulation, Random random, int number) {
        var hold = "hld_" + number;
        var order = "ord_" + number;
        var account = "acc_" + number % 4;
        for (int i = 0; i < 2; i++) {
            start(simulation, random, at -> hold(at, hold, account));
            start(simulation, random, at -> claim(at, hold, order));
        }
        if (random.nextBoolean()) {
            start(simulation, random, at -> cancel(at, hold, order));
        }
        if (random.nextInt(4) == 0) {
            start(simulation, random, at -> expire(at, hold));
        }
    }

    private void hold(Instance at, String hold, String account) {
        if (at.quoting.hold(hold, account, "TEA")) {
            held.add(hold);
        }
    }

    /** As order-service does: only after it was told that there are uses to claim. */
    private void claim(Instance at, String hold, String order) {
        for (int look = 0; look < 10 && !held.contains(hold); look++) {
            Simulation.step();
        }
        if (held.contains(hold) && at.redeeming.claim(hold, order)) {
            claimed.add(hold);
        }
    }

    private void cancel(Instance at, String hold, String order) {
        for (int look = 0; look < 20 && !claimed.contains(hold); look++) {
            Simulation.step();
        }
        if (claimed.contains(hold)) {
            cancelled.add(hold);
            at.redeeming.release(hold, order);
        }
    }

    /** Inventory lets no hold expire that its order has claimed there, and that comes before the claim here. */
    private void expire(Instance at, String hold) {
        if (!claimed.contains(hold)) {
            at.redeeming.expired(hold);
        }
    }

    private void lookAfter(Instance at) {
        now = now.plus(Duration.ofSeconds(Simulation.chance(3) ? 3 : 11));
        at.redeeming.sweep();
        assertThat(kept()).as("held or claimed at once").isLessThanOrEqualTo(USES);
    }

    /** Events come again until they are heard; an order that was not placed gives back what it may have claimed. */
    private void recover() {
        for (int number = 0; number < CHECKOUTS; number++) {
            var hold = "hld_" + number;
            if (cancelled.contains(hold) || !claimed.contains(hold)) {
                instances.getFirst().redeeming.release(hold, "ord_" + number);
            }
        }
        for (var pause : List.of(Duration.ofSeconds(11), LIFE, Duration.ofSeconds(11), Duration.ofSeconds(11))) {
            now = now.plus(pause);
            instances.forEach(at -> at.redeeming.sweep());
        }
    }

    private void assertEverythingIsSomebodys() {
        var all = database.all("redemptions", Redemption.class);
        assertThat(all)
                .allSatisfy(redemption -> assertThat(redemption.status() == Status.CLAIMED)
                        .as(redemption.id())
                        .isEqualTo(claimed.contains(redemption.id()) && !cancelled.contains(redemption.id())));
        assertThat(kept()).isLessThanOrEqualTo(USES);
        assertThat(database.all("allowances", Allowance.class)).allSatisfy(row -> {
            var uses = all.stream()
                    .filter(redemption -> redemption.status() == Status.CLAIMED)
                    .flatMap(redemption -> redemption.uses().stream())
                    .filter(use -> use.allowance().equals(row.id()))
                    .toList();
            assertThat(row.uses()).as(row.id()).isEqualTo(uses.size());
            assertThat(row.spend())
                    .as(row.id())
                    .isEqualTo(uses.stream().mapToLong(Use::spend).sum());
            assertThat(row.pending()).as(row.id()).isEmpty();
        });
    }

    private long kept() {
        return database.all("redemptions", Redemption.class).stream()
                .filter(redemption -> redemption.status() == Status.HELD || redemption.status() == Status.CLAIMED)
                .count();
    }

    private void start(Simulation simulation, Random random, Consumer<Instance> deed) {
        var instance = random.nextInt(instances.size());
        IntStream.range(0, COPIES.get(random.nextInt(COPIES.size())))
                .forEach(_ -> simulation.start("instance " + instance, () -> attempt(deed, instances.get(instance))));
    }

    private static void attempt(Consumer<Instance> deed, Instance instance) {
        try {
            deed.accept(instance);
        } catch (UnavailableException _) {
            // whoever asks is told to ask again
        }
    }
}
