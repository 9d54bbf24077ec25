package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Crash;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each step of the protocol, brought to grief at each of its writes in turn; then another instance finds what is left.
 * Whatever happened: the ledger replays to the balances, nothing is pending, every unit that is allocated belongs to a
 * hold, and the caller who asks again gets the answer that fits.
 */
class HoldProtocolIT {

    private static final Duration LONG = Duration.ofSeconds(11);

    /** Two products, of which no hub has both: the hold takes two rows. */
    private static final Demand BOTH = new Demand("chk_1", List.of(new Line("TEA", 2), new Line("MUG", 1)), LONDON);

    /** What one row has: it is taken before the hold is stored. */
    private static final Demand ONE = new Demand("chk_1", List.of(new Line("TEA", 2)), LONDON);

    private static final Demand ALL = new Demand("chk_1", List.of(new Line("TEA", 5)), LONDON);

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @EnumSource
    void takingStock(Kind kind) {
        attemptEachWrite(kind, _ -> {}, instance -> take(instance, null), survivor -> {
            var again = take(survivor, null);

            assertThat(again.status()).isInstanceOf(Held.class);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(2);
            assertThat(survivor.row("MUG", "hub_berlin").allocated()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void takingStockForAnOrder(Kind kind) {
        attemptEachWrite(kind, _ -> {}, instance -> take(instance, "ord_1"), survivor -> {
            var again = take(survivor, "ord_1");

            assertThat(again.status()).isEqualTo(new Claimed("ord_1"));
            assertThat(again.allotment().left()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void takingStockOfOneRow(Kind kind) {
        attemptEachWrite(kind, _ -> {}, instance -> take(instance, ONE, null), survivor -> {
            var again = take(survivor, ONE, null);

            assertThat(again.status()).isInstanceOf(Held.class);
            assertThat(again.demand()).isEqualTo(ONE);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(2);
        });
    }

    /** Nobody else can have them, and no attempt can have them twice. */
    @ParameterizedTest
    @EnumSource
    void takingAllOfOneRowForAnOrder(Kind kind) {
        attemptEachWrite(kind, _ -> {}, instance -> take(instance, ALL, "ord_1"), survivor -> {
            var again = take(survivor, ALL, "ord_1");

            assertThat(again.status()).isEqualTo(new Claimed("ord_1"));
            assertThat(survivor.row("TEA", "hub_leeds").available()).isZero();
        });
    }

    /** A row that was taken for a hold which is nowhere yet: whoever asks again waits for the outcome, and then gets it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void askingAgainForWhatARowWasTakenFor(int units) {
        var wanted = new Demand("chk_1", List.of(new Line("TEA", units)), LONDON);
        var trouble = Trouble.at(2, Kind.CRASH_BEFORE, () -> {});
        try (var survivor = Instance.of(database, clock);
                var unlucky = Instance.of(database, clock, trouble)) {
            stockUp(survivor);
            attempt(instance -> take(instance, wanted, null), unlucky);

            assertThat(survivor.the(Holds.class).find("hld_1")).isEmpty();
            assertThatThrownBy(() -> take(survivor, wanted, null)).isInstanceOf(UnavailableException.class);
            assertThat(survivor.the(Holds.class).find("hld_1")).isEmpty();
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(units);

            recover(survivor);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isZero();
            assertThat(take(survivor, wanted, null).status()).isInstanceOf(Held.class);
            recover(survivor);
            assertAllIsWell(survivor, units + " units");
        }
    }

    @Test
    void askingForOtherLinesThanATombstoneHasHeardOf() {
        var trouble = Trouble.at(2, Kind.CRASH_BEFORE, () -> {});
        try (var survivor = Instance.of(database, clock);
                var unlucky = Instance.of(database, clock, trouble)) {
            stockUp(survivor);
            attempt(instance -> take(instance, ONE, null), unlucky);
            recover(survivor);
            take(survivor, ONE, null);

            assertThat(survivor.the(TakeHold.class).take("hld_1", ALL, null))
                    .isEqualTo(new Gone("hold_reused", "The hold was asked for with other lines."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givingStockBack(Kind kind) {
        attemptEachWrite(
                kind,
                instance -> take(instance, "ord_1"),
                instance -> move(instance).release("hld_1", "customer"),
                survivor -> {
                    move(survivor).release("hld_1", "customer");

                    assertThat(hold(survivor).status()).isInstanceOf(Released.class);
                    assertThat(survivor.row("TEA", "hub_leeds").available()).isEqualTo(5);
                    assertThat(survivor.row("MUG", "hub_berlin").available()).isEqualTo(5);
                });
    }

    @ParameterizedTest
    @EnumSource
    void givingStockBackWhenTheTimeIsOver(Kind kind) {
        attemptEachWrite(
                kind,
                instance -> {
                    take(instance, null);
                    clock.pass(Duration.ofMinutes(10));
                },
                instance -> instance.the(HoldSweep.class).run(),
                survivor -> {
                    assertThat(hold(survivor).status()).isInstanceOf(Expired.class);
                    assertThat(survivor.row("TEA", "hub_leeds").available()).isEqualTo(5);
                    assertThat(outboxOfTheHold())
                            .extracting(entry -> entry.getString("type"))
                            .containsExactly("hold.expired");
                });
    }

    @ParameterizedTest
    @EnumSource
    void sendingStockOut(Kind kind) {
        attemptEachWrite(kind, instance -> take(instance, "ord_1"), this::shipBoth, survivor -> {
            shipBoth(survivor);

            assertThat(hold(survivor).status()).isInstanceOf(Shipped.class);
            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(3);
            assertThat(survivor.row("MUG", "hub_berlin").onHand()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @EnumSource
    void receivingStock(Kind kind) {
        Consumer<Instance> receive = instance -> Goods.receive(
                instance, "rcp_1", "hub_leeds", new Line("TEA", 7), new Line("NEW", 3), new Line("TEA", 1));
        attemptEachWrite(kind, _ -> {}, receive, survivor -> {
            receive.accept(survivor);

            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(13);
            assertThat(survivor.row("NEW", "hub_leeds").onHand()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void adjustingStock(Kind kind) {
        Consumer<Instance> writeOff =
                instance -> Goods.adjust(instance, "adj_1", new Portion("TEA", "hub_leeds", -4), 5);
        attemptEachWrite(kind, _ -> {}, writeOff, survivor -> {
            writeOff.accept(survivor);

            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusingToAdjust(Kind kind) {
        Consumer<Instance> writeOff =
                instance -> Goods.adjust(instance, "adj_1", new Portion("TEA", "hub_leeds", -6), null);
        attemptEachWrite(kind, _ -> {}, writeOff, survivor -> {
            assertThat(Goods.adjust(survivor, "adj_1", new Portion("TEA", "hub_leeds", -6), null)
                            .status())
                    .isEqualTo(Posting.Status.REFUSED);
            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void keepingTheLedger(Kind kind) {
        attemptEachWrite(
                kind,
                instance -> {
                    take(instance, "ord_1");
                    shipBoth(instance);
                    clock.pass(Duration.ofSeconds(3));
                },
                Books::settleNeglected,
                survivor -> assertThat(Books.movements(survivor)).isEqualTo(6));
    }

    /** In a fresh world each time: the step, its trouble at the first write, the second, … until it has no more. */
    private void attemptEachWrite(
            Kind kind, Consumer<Instance> before, Consumer<Instance> step, Consumer<Instance> afterwards) {
        for (int write = 1; ; write++) {
            database.drop();
            try (var survivor = Instance.of(database, clock)) {
                stockUp(survivor);
                before.accept(survivor);
                var trouble = Trouble.at(write, kind, () -> recover(survivor));
                try (var unlucky = Instance.of(database, clock, trouble)) {
                    attempt(step, unlucky);
                }
                if (!trouble.happened()) {
                    assertThat(write).isGreaterThan(1);
                    return;
                }
                recover(survivor);
                afterwards.accept(survivor);
                recover(survivor);
                assertAllIsWell(survivor, kind + " at write " + write);
            }
        }
    }

    private static void attempt(Consumer<Instance> step, Instance unlucky) {
        try {
            step.accept(unlucky);
        } catch (Crash | UnavailableException _) {
            // as intended; or it woke up to find that another has not finished yet
        }
    }

    private static void stockUp(Instance instance) {
        instance.open("hub_leeds", "Leeds", LEEDS);
        instance.open("hub_berlin", "Berlin", BERLIN);
        Goods.receive(instance, "rcp_leeds", "hub_leeds", new Line("TEA", 5));
        Goods.receive(instance, "rcp_berlin", "hub_berlin", new Line("MUG", 5));
    }

    /** What the background work of another instance does, given time. */
    private void recover(Instance survivor) {
        for (int round = 0; round < 2; round++) {
            clock.pass(LONG);
            survivor.the(HoldSweep.class).run();
            Goods.finishWhatOthersBegan(survivor);
            Books.settleNeglected(survivor);
        }
    }

    private static Hold take(Instance instance, @Nullable String orderId) {
        return take(instance, BOTH, orderId);
    }

    private static Hold take(Instance instance, Demand demand, @Nullable String orderId) {
        return switch (instance.the(TakeHold.class).take("hld_1", demand, orderId)) {
            case Taken(var hold) -> hold;
            case TakenBefore(var hold) -> hold;
            case TakeHold.Outcome other -> throw new AssertionError(other);
        };
    }

    private static MoveHold move(Instance instance) {
        return instance.the(MoveHold.class);
    }

    private void shipBoth(Instance instance) {
        move(instance).ship("hld_1", "shp_tea", List.of(new Portion("TEA", "hub_leeds", 2)));
        move(instance).ship("hld_1", "shp_mug", List.of(new Portion("MUG", "hub_berlin", 1)));
    }

    private List<Document> outboxOfTheHold() {
        var hold = Objects.requireNonNull(database.getCollection("holds").find().first());
        return hold.getList("outbox", Document.class);
    }

    private static Hold hold(Instance instance) {
        return instance.the(Holds.class).find("hld_1").orElseThrow();
    }

    private void assertAllIsWell(Instance instance, String what) {
        var rows = instance.the(Stock.class).after("", 100);
        assertThat(Books.differences(instance)).as(what).isEmpty();
        assertThat(rows).as(what).allSatisfy(row -> {
            assertThat(row.available()).isNotNegative();
            assertThat(row.allocated()).isNotNegative();
            assertThat(row.seq()).isEqualTo(row.publishedSeq());
            assertThat(row.pending()).allMatch(pending -> pending.keptUntil() != null);
            assertThat(row.allocated()).isEqualTo(held(instance).getOrDefault(row.id(), 0));
        });
        assertThat(instance.the(Instance.Levels.class).last.values())
                .as(what)
                .allSatisfy(level -> assertThat(level.seq())
                        .isLessThanOrEqualTo(
                                instance.row(level.sku(), level.hubId()).seq()));
    }

    /** What the holds say that they hold, by row. */
    private Map<String, Integer> held(Instance instance) {
        var holds = new ArrayList<Hold>();
        for (var stored : database.getCollection("holds").find()) {
            holds.add(instance.the(Holds.class).find(stored.getString("_id")).orElseThrow());
        }
        return holds.stream()
                .flatMap(hold -> hold.allotment().left().stream())
                .collect(Collectors.groupingBy(Portion::row, summingInt(Portion::quantity)));
    }
}
