package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Crash;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a step to grief at each of its writes in turn; then another instance finds what is left. Whatever happened: the
 * ledger replays to the balances, nothing is pending, every unit that is allocated belongs to a hold, and the caller who
 * asks again gets the answer that fits.
 */
final class EachWrite implements AutoCloseable {

    /** Two products, of which no hub has both: the hold takes two rows. */
    static final Demand BOTH = new Demand("chk_1", List.of(new Line("TEA", 2), new Line("MUG", 1)), LONDON);

    private static final Duration LONG = Duration.ofSeconds(11);

    private final TestMongo mongo = new TestMongo();
    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @Override
    public void close() {
        mongo.close();
    }

    MongoDatabase database() {
        return database;
    }

    TestClock clock() {
        return clock;
    }

    /** In a fresh world each time: the step, its trouble at the first write, the second, … until it has no more. */
    void goesWrong(Kind kind, Consumer<Instance> before, Consumer<Instance> step, Consumer<Instance> afterwards) {
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

    static void attempt(Consumer<Instance> step, Instance unlucky) {
        try {
            step.accept(unlucky);
        } catch (Crash | UnavailableException _) {
            // as intended; or it woke up to find that another has not finished yet
        }
    }

    static void stockUp(Instance instance) {
        instance.open("hub_leeds", "Leeds", LEEDS);
        instance.open("hub_berlin", "Berlin", BERLIN);
        Goods.receive(instance, "rcp_leeds", "hub_leeds", new Line("TEA", 5));
        Goods.receive(instance, "rcp_berlin", "hub_berlin", new Line("MUG", 5));
    }

    /** What the background work of another instance does, given time. */
    void recover(Instance survivor) {
        for (int round = 0; round < 2; round++) {
            clock.pass(LONG);
            survivor.the(HoldSweep.class).run();
            Goods.finishWhatOthersBegan(survivor);
            Books.settleNeglected(survivor);
        }
    }

    static Hold take(Instance instance, @Nullable String orderId) {
        return take(instance, BOTH, orderId);
    }

    static Hold take(Instance instance, Demand demand, @Nullable String orderId) {
        return switch (instance.the(TakeHold.class).take("hld_1", demand, orderId)) {
            case Taken(var hold) -> hold;
            case TakenBefore(var hold) -> hold;
            case TakeHold.Outcome other -> throw new AssertionError(other);
        };
    }

    static MoveHold move(Instance instance) {
        return instance.the(MoveHold.class);
    }

    static void shipBoth(Instance instance) {
        move(instance).ship("hld_1", "shp_tea", List.of(new Portion("TEA", "hub_leeds", 2)));
        move(instance).ship("hld_1", "shp_mug", List.of(new Portion("MUG", "hub_berlin", 1)));
    }

    static Hold hold(Instance instance) {
        return instance.the(Holds.class).find("hld_1").orElseThrow();
    }

    void assertAllIsWell(Instance instance, String what) {
        var rows = instance.the(Stock.class).after("", 100).rows();
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
