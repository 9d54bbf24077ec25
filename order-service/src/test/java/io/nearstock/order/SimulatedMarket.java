package io.nearstock.order;

import static io.nearstock.order.OrderFixtures.NOW;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.placement.Placing;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import io.nearstock.testkit.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two instances, a provider, and people who order, pay, cancel and deliver, at the same time and more than once. */
final class SimulatedMarket {

    private static final int CRASH_ONE_IN = 200;
    private static final int PATIENCE = 25;
    private static final List<String> CARDS = List.of(
            "tok_visa", "tok_visa", "tok_visa", "tok_declined", "tok_requires_action", "tok_processing", "tok_unknown");

    /** How often a message arrives: mostly once. */
    private static final List<Integer> COPIES = List.of(0, 1, 1, 1, 2);

    private final SimulatedDatabase database;
    private final SimulatedStock stock = new SimulatedStock();
    private final SimulatedPromotion promotion = new SimulatedPromotion();
    private final SimulatedBank bank = new SimulatedBank();
    private final Moments clock = new Moments(NOW);
    private final List<SimulatedInstance> instances;

    SimulatedMarket(SimulatedDatabase database) {
        this.database = database;
        this.instances = Stream.generate(() -> new SimulatedInstance(database, stock, promotion, bank, clock))
                .limit(2)
                .toList();
    }

    /** Tells the story of a seed; fails when it does not end well. */
    void tell(long seed) {
        var random = new Random(seed);
        database.clear();
        bank.open();
        stock.stock(2 + random.nextInt(2));
        promotion.budget(random.nextInt(3));
        clock.is(NOW);
        var checkout = checkOut();
        var accepted = new HashSet<String>();
        var simulation = new Simulation(random, CRASH_ONE_IN);
        for (int i = 1; i <= 3; i++) {
            customer(simulation, random, "ord_" + i, random.nextBoolean() ? checkout : null, accepted);
        }
        for (int i = 0; i < 3; i++) {
            start(simulation, random, this::lookAfter);
        }
        simulation.run();
        recover();
        new Reckoning(database, stock, promotion, bank).assertEverybodyHasTheirOwn(accepted);
    }

    /** One that several orders may want. */
    private String checkOut() {
        stock.hold(
                "hld_chk",
                new InventoryClient.HoldRequest(
                        "chk_1",
                        List.of(new Item("TEA", 1)),
                        OrderFixtures.address().position(),
                        null));
        var quote = promotion.quote(
                new CatalogClient.QuoteRequest(List.of(new Item("TEA", 1)), null, "acc_1", null, "hld_chk"));
        var line = quote.lines().getFirst().line();
        var shipment = Shipment.planned(
                "shp_chk",
                "hub_1",
                "Leeds",
                NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
                null,
                List.of(new Item("TEA", 1)));
        var offer = new Offer(
                "acc_1", "hld_chk", List.of(line), OrderFixtures.address(), List.of(shipment), quote.usesHeldUntil());
        instances
                .getFirst()
                .context()
                .getBean(Checkouts.class)
                .add(new Checkout("chk_1", offer, "Leeds has it.", false, null, NOW, NOW.plus(Duration.ofDays(9))));
        return "chk_1";
    }

    private void customer(
            Simulation simulation, Random random, String order, @Nullable String checkout, Set<String> accepted) {
        var card = any(CARDS, random);
        var plan = random.nextBoolean() ? "full" : "deposit";
        BiConsumer<SimulatedInstance, Order> cancel =
                (at, it) -> tell(at, it, (found, now) -> found.requestCancel("customer", null, now));
        BiConsumer<SimulatedInstance, Order> otherCard =
                (at, it) -> tell(at, it, (found, now) -> found.payByAnotherCard(any(CARDS, random), now));
        start(simulation, random, at -> place(at, order, checkout, card, plan, accepted));
        start(simulation, random, at -> place(at, order, checkout, card, plan, accepted));
        start(simulation, random, at -> patiently(at, order, otherCard));
        start(simulation, random, at -> patiently(at, order, SimulatedMarket::carry));
        if (random.nextInt(3) == 0) {
            start(simulation, random, at -> patiently(at, order, cancel));
        }
        start(
                simulation,
                random,
                at -> patiently(
                        at, order, (there, it) -> tell(there, it, (found, now) -> found.payBalance("tok_visa", now))));
    }

    private static void place(
            SimulatedInstance at,
            String order,
            @Nullable String checkout,
            String card,
            String plan,
            Set<String> accepted) {
        if (Placing.place(at.context(), order, checkout, card, plan)) {
            accepted.add(order);
        }
    }

    /** Waits until the order is there, but not for ever. */
    private static void patiently(SimulatedInstance at, String order, BiConsumer<SimulatedInstance, Order> deed) {
        for (int i = 0; i < PATIENCE; i++) {
            var found = at.orders().find(order);
            if (found.isPresent() && Simulation.chance(5)) {
                deed.accept(at, found.get());
                return;
            }
        }
    }

    /** A mover takes what is confirmed where it shall go. */
    private static void carry(SimulatedInstance at, Order order) {
        for (var shipment : order.shipments()) {
            tell(at, order, (found, now) -> found.dispatch(shipment.id(), now));
            tell(at, order, (found, now) -> found.deliver(shipment.id(), "at the door", now));
        }
    }

    /** As the controllers do: the command, then what it makes due. */
    private static void tell(SimulatedInstance at, Order order, BiFunction<Order, Instant, Transition> command) {
        if (at.orders().update(order, it -> command.apply(it, at.now())) instanceof Progress(var next, var _)) {
            at.settlement().advance(next);
        }
    }

    private void lookAfter(SimulatedInstance at) {
        clock.pass(Duration.ofSeconds(11));
        at.sweep();
        bank.deliverLate();
        if (Simulation.chance(3)) {
            bank.decide();
        }
        bank.news().stream().filter(_ -> Simulation.chance(2)).forEach(intent -> callBack(at, intent));
        if (Simulation.chance(4)) {
            clock.pass(Duration.ofMinutes(15));
        }
    }

    private static void callBack(SimulatedInstance at, Intent intent) {
        at.orders()
                .find(intent.reference())
                .ifPresent(order -> at.settlement().advance(at.settlement().see(order, intent)));
    }

    /** Everybody has the time to find what was left behind; payment windows end. */
    private void recover() {
        for (var pause : List.of(Duration.ofSeconds(70), Duration.ofMinutes(16), Duration.ofSeconds(11))) {
            clock.pass(pause);
            bank.decide();
            instances.forEach(this::lookAfter);
        }
    }

    private void start(Simulation simulation, Random random, Deed deed) {
        var instance = random.nextInt(instances.size());
        IntStream.range(0, any(COPIES, random))
                .forEach(_ -> simulation.start("instance " + instance, () -> attempt(deed, instances.get(instance))));
    }

    private static void attempt(Deed deed, SimulatedInstance instance) {
        try {
            deed.at(instance);
        } catch (UnavailableException _) {
            // a refusal is an answer too
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** What a message makes an instance do. */
    private interface Deed {

        void at(SimulatedInstance instance);
    }
}
