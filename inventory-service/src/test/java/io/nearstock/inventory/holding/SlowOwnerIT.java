package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The owner of a step falls asleep before one of its writes. Another takes over, and falls asleep too; now the first
 * wakes up and finishes, and the ledger moves on; then the second wakes up. Every pair of writes in turn: no step may
 * count twice.
 */
class SlowOwnerIT {

    private static final Demand BOTH = new Demand("chk_1", List.of(new Line("TEA", 2), new Line("MUG", 1)), LONDON);

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @Test
    void takesOnce() throws InterruptedException {
        eachPairOfWrites(_ -> {}, instance -> take(instance, "ord_1"), 5);
    }

    @Test
    void takesOnceFromOneRow() throws InterruptedException {
        var tea = new Demand("chk_1", List.of(new Line("TEA", 2)), LONDON);
        eachPairOfWrites(_ -> {}, instance -> instance.the(TakeHold.class).take("hld_1", tea, null), 5);
    }

    @Test
    void givesBackOnce() throws InterruptedException {
        eachPairOfWrites(
                instance -> take(instance, "ord_1"),
                instance -> instance.the(MoveHold.class).release("hld_1", "customer"),
                5);
    }

    @Test
    void sendsOutOnce() throws InterruptedException {
        eachPairOfWrites(
                instance -> take(instance, "ord_1"),
                instance -> instance.the(MoveHold.class)
                        .ship("hld_1", "shp_1", List.of(new Portion("TEA", "hub_leeds", 2))),
                3);
    }

    @Test
    void receivesOnce() throws InterruptedException {
        eachPairOfWrites(_ -> {}, instance -> Goods.receive(instance, "rcp_1", "hub_leeds", new Line("TEA", 7)), 12);
    }

    @Test
    void adjustsOnce() throws InterruptedException {
        eachPairOfWrites(
                _ -> {}, instance -> Goods.adjust(instance, "adj_1", new Portion("TEA", "hub_leeds", 3), null), 8);
    }

    private void eachPairOfWrites(Consumer<Instance> before, Consumer<Instance> step, int teaInTheEnd)
            throws InterruptedException {
        for (int first = 1; ; first++) {
            var second = 1;
            while (pairHappens(before, step, first, second, teaInTheEnd)) {
                second++;
            }
            if (second == 1) {
                assertThat(first).isGreaterThan(2);
                return;
            }
        }
    }

    /** False when the first owner, or the second, has no such write. */
    private boolean pairHappens(
            Consumer<Instance> before, Consumer<Instance> step, int first, int second, int teaInTheEnd)
            throws InterruptedException {
        database.drop();
        try (var witness = Instance.of(database, clock)) {
            stockUp(witness);
            before.accept(witness);
            var owner = new SlowOwner(step, first);
            if (!owner.fallsAsleep()) {
                return false;
            }
            var trouble = Trouble.at(second, Kind.PAUSE, () -> {
                owner.wakeUpAndFinish();
                clock.pass(Duration.ofSeconds(3));
                Books.settleNeglected(witness);
            });
            try (var successor = Instance.of(database, clock, trouble)) {
                clock.pass(Duration.ofSeconds(11));
                sweep(successor);
            }
            owner.wakeUpAndFinish();
            for (int round = 0; round < 3; round++) {
                clock.pass(Duration.ofSeconds(11));
                sweep(witness);
            }
            assertBalance(witness, "writes " + first + " and " + second, teaInTheEnd);
            return trouble.happened();
        }
    }

    private static void sweep(Instance instance) {
        instance.the(HoldSweep.class).run();
        Goods.finishWhatOthersBegan(instance);
        Books.settleNeglected(instance);
    }

    private static void assertBalance(Instance witness, String what, int tea) {
        assertThat(Books.differences(witness)).as(what).isEmpty();
        assertThat(witness.row("TEA", "hub_leeds").onHand()).as(what).isEqualTo(tea);
        assertThat(witness.the(Stock.class).after("", 100).rows()).as(what).allSatisfy(row -> {
            assertThat(row.available()).isNotNegative();
            assertThat(row.allocated()).isBetween(0, 2);
            assertThat(row.pending()).allMatch(pending -> pending.keptUntil() != null);
        });
    }

    private static void stockUp(Instance instance) {
        instance.open("hub_leeds", "Leeds", LEEDS);
        instance.open("hub_berlin", "Berlin", BERLIN);
        Goods.receive(instance, "rcp_leeds", "hub_leeds", new Line("TEA", 5));
        Goods.receive(instance, "rcp_berlin", "hub_berlin", new Line("MUG", 5));
    }

    private static void take(Instance instance, String orderId) {
        instance.the(TakeHold.class).take("hld_1", BOTH, orderId);
    }

    private final class SlowOwner {

        private final CountDownLatch asleep = new CountDownLatch(1);
        private final CountDownLatch awake = new CountDownLatch(1);
        private final Trouble trouble;
        private final Thread thread;

        SlowOwner(Consumer<Instance> step, int write) {
            trouble = Trouble.at(write, Kind.PAUSE, this::sleep);
            thread = Thread.ofPlatform().start(() -> {
                try (var instance = Instance.of(database, clock, trouble)) {
                    step.accept(instance);
                } catch (UnavailableException _) {
                    // refused, as somebody else has taken over
                } finally {
                    asleep.countDown();
                }
            });
        }

        private void sleep() {
            asleep.countDown();
            try {
                awake.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean fallsAsleep() throws InterruptedException {
            asleep.await();
            return trouble.happened();
        }

        void wakeUpAndFinish() {
            awake.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
