package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Shortage;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.holding.TakeHold.Outcome;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.holding.TakeHold.Outcome.TooLittle;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred at once, on two instances. */
class LastUnitIT {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance one = Instance.of(mongo.database(), clock);

    @AutoClose
    private final Instance other = Instance.of(mongo.database(), clock);

    @BeforeEach
    void open() {
        one.open("hub_leeds", "Leeds", LEEDS);
        one.open("hub_london", "London", LONDON);
    }

    @Test
    void goesToOneOfAHundred() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_leeds", new Line("LAST", 1));

        var outcomes = race(100, i -> take("hld_" + i, "ord_" + i, new Line("LAST", 1)));

        assertThat(outcomes.stream().filter(Taken.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(new TooLittle(List.of(new Shortage("LAST", 1, 0)))::equals))
                .hasSize(99);
        assertRow("LAST", "hub_leeds", 0, 1);
    }

    /** Everybody wants two of each of two products; what the losers took on the way is free again. */
    @Test
    void leavesNothingAllocatedToLosers() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_leeds", new Line("A", 7), new Line("B", 100));

        var outcomes = race(100, i -> take("hld_" + i, "ord_" + i, new Line("A", 2), new Line("B", 1)));

        assertThat(outcomes.stream().filter(Taken.class::isInstance)).hasSize(3);
        assertRow("A", "hub_leeds", 1, 6);
        assertRow("B", "hub_leeds", 97, 3);
    }

    /** The second hub is found when the first sells out meanwhile: nobody is refused while there is stock. */
    @Test
    void isFoundInTheNextHubByWhoLostTheRaceInTheFirst() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_london", new Line("SPREAD", 10));
        Goods.receive(one, "rcp_2", "hub_leeds", new Line("SPREAD", 10));

        var outcomes = race(20, i -> take("hld_" + i, "ord_" + i, new Line("SPREAD", 1)));

        assertThat(outcomes).allMatch(Taken.class::isInstance);
        assertRow("SPREAD", "hub_london", 0, 10);
        assertRow("SPREAD", "hub_leeds", 0, 10);
    }

    @Test
    void isTakenOnceByOneHoldAskedForManyTimesAtOnce() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_leeds", new Line("SAME", 5));

        var outcomes = race(20, _ -> takeUnlessBusy("hld_1", "ord_1", new Line("SAME", 2)));

        assertThat(outcomes).noneMatch(TooLittle.class::isInstance).noneMatch(Gone.class::isInstance);
        assertThat(outcomes.stream().filter(Taken.class::isInstance)).hasSize(1);
        assertRow("SAME", "hub_leeds", 3, 2);
    }

    @Test
    void isClaimedByOneOfManyOrders() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_leeds", new Line("CLAIM", 5));
        one.the(TakeHold.class).take("hld_1", demand(new Line("CLAIM", 1)), null);

        var outcomes = race(20, i -> take("hld_1", "ord_" + i, new Line("CLAIM", 1)));

        assertThat(outcomes.stream().filter(TakenBefore.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome instanceof Gone(var code, var _) && code.equals("hold_claimed")))
                .hasSize(19);
    }

    @Test
    void isGivenBackOnceByManyReleases() throws InterruptedException {
        Goods.receive(one, "rcp_1", "hub_leeds", new Line("BACK", 5));
        one.the(TakeHold.class).take("hld_1", demand(new Line("BACK", 2)), "ord_1");

        race(20, i -> instance(i).the(MoveHold.class).release("hld_1", "customer"));

        assertRow("BACK", "hub_leeds", 5, 0);
    }

    private void assertRow(String sku, String hub, int available, int allocated) {
        clock.pass(Duration.ofSeconds(3));
        Books.settleNeglected(other);
        var row = one.row(sku, hub);
        assertThat(row.available()).isEqualTo(available);
        assertThat(row.allocated()).isEqualTo(allocated);
        assertThat(row.pending()).isEmpty();
        assertThat(Books.differences(one)).isEmpty();
    }

    private Outcome take(String hold, String order, Line... lines) {
        var instance = instance(order.hashCode());
        return instance.the(TakeHold.class).take(hold, demand(lines), order);
    }

    /** Whoever comes while another prepares the hold is asked to try again. */
    private Outcome takeUnlessBusy(String hold, String order, Line... lines) {
        while (true) {
            try {
                return instance(Thread.currentThread().hashCode())
                        .the(TakeHold.class)
                        .take(hold, demand(lines), order);
            } catch (UnavailableException _) {
                Thread.onSpinWait();
            }
        }
    }

    private static Demand demand(Line... lines) {
        return new Demand("chk_1", List.of(lines), LONDON);
    }

    private Instance instance(int number) {
        return number % 2 == 0 ? one : other;
    }

    private static <T> List<T> race(int competitors, IntFunction<T> run) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(competitors)) {
            var runs = IntStream.range(0, competitors)
                    .<Callable<T>>mapToObj(i -> () -> run.apply(i))
                    .toList();
            return pool.invokeAll(runs).stream().map(Future::resultNow).toList();
        }
    }
}
