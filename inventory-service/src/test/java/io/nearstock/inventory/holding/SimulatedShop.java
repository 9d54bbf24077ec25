package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.BackOrderTerms;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldClaims;
import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Shipment;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.holding.TakeHold.Outcome.TooLittle;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import io.nearstock.testkit.simulation.Simulation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two instances, two hubs, a handful of units, and customers who want more of them than there are. */
final class SimulatedShop {

    private static final List<String> HUBS = List.of("hub_berlin", "hub_leeds");
    private static final List<String> SKUS = List.of("MUG", "TEA");
    private static final int CRASH_ONE_IN = 150;

    /** How often a message arrives: mostly once. */
    private static final List<Integer> COPIES = List.of(0, 1, 1, 1, 2);

    private final SimulatedDatabase database;
    private final TestClock clock = new TestClock();
    private final List<Instance> instances;
    private long tombstones;

    SimulatedShop(SimulatedDatabase database) {
        this.database = database;
        this.instances = Stream.generate(() -> Instance.simulated(database.database(), clock))
                .limit(2)
                .toList();
    }

    /** Tells the story of a seed; fails when it does not end well. */
    void tell(long seed) {
        var random = new Random(seed);
        open(random);
        var promises = new Promises();
        var simulation = new Simulation(random, CRASH_ONE_IN);
        for (int hold = 0; hold < 3 + random.nextInt(3); hold++) {
            customer("hld_" + hold, random, promises).forEach(deed -> start(simulation, random, deed));
        }
        for (int i = 0; i < 4; i++) {
            start(simulation, random, this::lookAfter);
        }
        for (int i = 0; i < 2; i++) {
            start(simulation, random, wish("wsh_" + i, random));
        }
        for (var hub : HUBS) {
            start(simulation, random, instance -> Goods.receive(instance, "rcp_late_" + hub, hub, new Line("TEA", 1)));
        }
        if (random.nextInt(3) == 0) {
            rush(simulation, random, promises);
        }
        simulation.run();
        recover();
        Evening.assertBalance(database, promises);
        tombstones += database.all("holds", Hold.class).stream()
                .filter(hold ->
                        hold.status() instanceof Abandoned && hold.demand().isUnseen())
                .count();
    }

    /** How many holds were taken from a row, given up unheard, and never asked for again. */
    long tombstones() {
        return tombstones;
    }

    private void open(Random random) {
        database.clear();
        clock.pass(Duration.ofDays(2));
        var instance = instances.getFirst();
        instances.forEach(Books::settleTouched);
        instance.open("hub_leeds", "Leeds", LEEDS);
        instance.open("hub_berlin", "Berlin", BERLIN);
        for (var hub : HUBS) {
            var lines = SKUS.stream()
                    .map(sku -> new Line(sku, 1 + random.nextInt(3)))
                    .toArray(Line[]::new);
            Goods.receive(instance, "rcp_" + hub, hub, lines);
            if (random.nextBoolean()) {
                var terms = new BackOrderTerms(1 + random.nextInt(3), LocalDate.parse("2026-12-24"));
                instance.the(Stock.class).backOrder(any(SKUS, random), hub, terms, clock.instant());
            }
        }
    }

    /** All that one order's messages may ask for, some of it twice; what comes first is for the seed to decide. */
    private List<Deed> customer(String hold, Random random, Promises promises) {
        var order = "ord_" + hold;
        var lines = Stream.generate(() -> new Line(any(SKUS, random), 1 + random.nextInt(2)))
                .limit(1 + random.nextInt(2))
                .toList();
        var atOnce = random.nextBoolean();
        var deeds = new ArrayList<Deed>();
        Deed take = instance -> take(instance, hold, lines, atOnce ? order : null, promises);
        Deed buy = instance -> {
            take.on(instance);
            claim(instance, hold, order, promises);
        };
        deeds.add(buy);
        deeds.add(random.nextBoolean() ? buy : take);
        if (random.nextInt(3) == 0) {
            deeds.add(instance -> claim(instance, hold, "ord_other", promises));
        }
        deeds.add(
                random.nextBoolean()
                        ? instance -> ship(instance, hold, order)
                        : instance -> release(instance, hold, promises));
        if (random.nextInt(3) == 0) {
            deeds.add(instance -> ship(instance, hold, order));
            deeds.add(instance -> release(instance, hold, promises));
        }
        return deeds;
    }

    /** Many ask one instance for the same at once: these travel together, and may be too many. */
    private void rush(Simulation simulation, Random random, Promises promises) {
        var instance = instances.getFirst();
        Goods.receive(instance, "rcp_ice", "hub_leeds", new Line("ICE", 3 + random.nextInt(5)));
        for (int customer = 0; customer < 5; customer++) {
            var hold = "hld_rush_" + customer;
            var order = random.nextBoolean() ? "ord_" + hold : null;
            Deed deed = at -> take(at, hold, List.of(new Line("ICE", 1)), order, promises);
            simulation.start("instance 0", () -> attempt(deed, instance));
        }
    }

    /** Something a person wants of one or two rows of a hub, which may be refused. */
    private static Deed wish(String id, Random random) {
        var kind = any(Goods.WISHES, random);
        var hub = any(HUBS, random);
        var sign = kind == MovementKind.TRANSFER || kind == MovementKind.WRITE_OFF ? -1 : 1;
        var portions = SKUS.subList(0, 1 + random.nextInt(2)).stream()
                .map(sku -> new Portion(sku, hub, sign * (1 + random.nextInt(2))))
                .toList();
        return instance -> Goods.wish(instance, id, kind, portions);
    }

    private static void take(Instance at, String hold, List<Line> lines, @Nullable String order, Promises promises) {
        switch (at.the(TakeHold.class).take(hold, new Demand(hold, lines, LONDON), order)) {
            case Taken _, TakenBefore _ -> promises.taken(hold, order);
            case TooLittle _ -> promises.refused(hold);
            case Gone _ -> {}
        }
    }

    private void claim(Instance at, String hold, String order, Promises promises) {
        var answer = at.the(HoldClaims.class).claim(hold, order, clock.instant());
        if (answer instanceof Progress || answer instanceof Repetition) {
            promises.claimed(hold, order);
        }
    }

    private static void release(Instance at, String hold, Promises promises) {
        promises.releasing(hold);
        at.the(MoveHold.class).release(hold, "customer");
    }

    /** An order's shipments are those of the plan that it was granted; before that there is no order to ship. */
    private static void ship(Instance at, String hold, String order) {
        at.the(Holds.class).commit(Map.of(hold, order));
        var found = at.the(Holds.class).find(hold).orElseThrow(() -> new UnknownIdException(hold));
        var granted = found.allotment().granted() != null;
        for (var shipment : granted ? found.allotment().shipments() : List.<Shipment>of()) {
            var leaving = Portion.at(shipment.hubId(), shipment.lines());
            at.the(MoveHold.class).ship(hold, Evening.shipment(hold, shipment.hubId()), leaving);
        }
    }

    private void lookAfter(Instance at) {
        Books.settleTouched(at);
        clock.pass(Duration.ofSeconds(Simulation.chance(2) ? 11 : 3));
        at.the(HoldSweep.class).run();
        Goods.finishWhatOthersBegan(at);
        Books.settleNeglected(at);
        if (Simulation.chance(4)) {
            clock.pass(Duration.ofMinutes(11));
        }
    }

    /** Everybody has the time to find what was left behind. */
    private void recover() {
        for (int round = 0; round < 4; round++) {
            clock.pass(Duration.ofMinutes(11));
            instances.forEach(this::lookAfter);
        }
    }

    private void start(Simulation simulation, Random random, Deed deed) {
        var instance = random.nextInt(instances.size());
        var copies = COPIES.get(random.nextInt(COPIES.size()));
        for (int i = 0; i < copies; i++) {
            simulation.start("instance " + instance, () -> attempt(deed, instances.get(instance)));
        }
    }

    private static void attempt(Deed deed, Instance instance) {
        try {
            deed.on(instance);
        } catch (UnknownIdException | UnavailableException _) {
            // a refusal is an answer too
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** What a message makes an instance do. */
    private interface Deed {

        void on(Instance instance);
    }
}
