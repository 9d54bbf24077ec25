package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldClaims;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.Postings;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Crash;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A day in the shop by chance: many hands on few rows and few holds, on instances that crash and pause. In the evening,
 * when everybody has had time to recover, a simple model must agree: what is on hand is what came in less what left,
 * what is allocated is what the holds say, and the ledger replays to both. The seed of a bad day is in its message.
 */
class ShopDayIT {

    private static final List<String> HUBS = List.of("hub_leeds", "hub_berlin", "hub_london");
    private static final List<String> SKUS = List.of("A", "B", "C");
    private static final int HANDS = 6;
    private static final int DEEDS = 25;

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @RepeatedTest(12)
    void endsInBalance(RepetitionInfo day) throws InterruptedException {
        var seed = day.getCurrentRepetition();
        try (var evening = Instance.of(database, clock)) {
            evening.open("hub_leeds", "Leeds", LEEDS);
            evening.open("hub_berlin", "Berlin", BERLIN);
            evening.open("hub_london", "London", LONDON);
            work(seed);
            clock.pass(Duration.ofMinutes(11));
            for (int round = 0; round < 3; round++) {
                recover(evening);
            }
            assertBalance(evening, "seed " + seed);
        }
    }

    private void work(long seed) throws InterruptedException {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var days = IntStream.range(0, HANDS)
                    .<Callable<Boolean>>mapToObj(hand -> () -> workOneHand(new Random(seed + hand)))
                    .toList();
            for (var day : hands.invokeAll(days)) {
                assertThat(day.resultNow()).isTrue();
            }
        }
    }

    /** One hand after the other loses its instance, and goes on with a new one. */
    private boolean workOneHand(Random random) {
        var deeds = 0;
        while (deeds < DEEDS) {
            var kind = any(List.of(Kind.values()), random);
            var trouble = Trouble.at(1 + random.nextInt(30), kind, () -> clock.pass(Duration.ofSeconds(11)));
            try (var instance = Instance.of(database, clock, trouble)) {
                while (deeds++ < DEEDS) {
                    act(instance, random);
                }
            } catch (Crash _) {
                clock.pass(Duration.ofSeconds(1));
            }
        }
        return true;
    }

    private void act(Instance instance, Random random) {
        var hold = "hld_" + random.nextInt(30);
        try {
            switch (random.nextInt(10)) {
                case 0 -> receive(instance, random);
                case 1 -> adjust(instance, random);
                case 2, 3, 4 -> take(instance, hold, random);
                case 5 -> claim(instance, hold);
                case 6 -> instance.the(MoveHold.class).release(hold, "customer");
                case 7 -> ship(instance, hold, random);
                case 8 -> clock.pass(Duration.ofMinutes(random.nextInt(4)));
                default -> recover(instance);
            }
        } catch (UnknownIdException | UnavailableException _) {
            // a refusal is an answer too
        }
    }

    private static void receive(Instance instance, Random random) {
        var lines =
                SKUS.stream().map(sku -> new Line(sku, 1 + random.nextInt(5))).toArray(Line[]::new);
        Goods.receive(instance, "rcp_" + random.nextInt(20), any(HUBS, random), lines);
    }

    private static void adjust(Instance instance, Random random) {
        var delta = random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3);
        var portion = new Portion(any(SKUS, random), any(HUBS, random), delta);
        Goods.adjust(instance, "adj_" + random.nextInt(40), portion, random.nextBoolean() ? null : 3);
    }

    private static void take(Instance instance, String hold, Random random) {
        var lines = Stream.generate(() -> new Line(any(SKUS, random), 1 + random.nextInt(3)))
                .limit(1 + random.nextInt(3))
                .toList();
        instance.the(TakeHold.class)
                .take(hold, new Demand(hold, lines, LONDON), random.nextBoolean() ? null : "ord_" + hold);
    }

    private void claim(Instance instance, String hold) {
        instance.the(HoldClaims.class).claim(hold, "ord_" + hold, clock.instant());
        instance.the(Holds.class).commit(Map.of(hold, "ord_" + hold));
    }

    private static void ship(Instance instance, String hold, Random random) {
        var found = instance.the(Holds.class).find(hold);
        if (found.isPresent() && !found.get().allotment().shipments().isEmpty()) {
            var shipment = any(found.get().allotment().shipments(), random);
            instance.the(MoveHold.class)
                    .ship(hold, "shp_" + hold + shipment.hubId(), Portion.at(shipment.hubId(), shipment.lines()));
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private void recover(Instance instance) {
        clock.pass(Duration.ofSeconds(11));
        instance.the(HoldSweep.class).run();
        Goods.finishWhatOthersBegan(instance);
        Books.settleNeglected(instance);
    }

    private void assertBalance(Instance instance, String seed) {
        var rows = instance.the(Stock.class).after("", 100).rows();
        var holds = stored("holds").stream()
                .map(id -> instance.the(Holds.class).find(id).orElseThrow())
                .toList();
        var postings = stored("postings").stream()
                .map(id -> instance.the(Postings.class).find(id).orElseThrow())
                .toList();

        assertThat(Books.differences(instance)).as(seed).isEmpty();
        assertThat(rows).as(seed).allSatisfy(row -> {
            assertThat(row.available()).isNotNegative();
            assertThat(row.allocated()).isEqualTo(left(holds).getOrDefault(row.id(), 0));
            assertThat(row.onHand()).isEqualTo(cameIn(postings, row) - wentOut(holds, row));
            assertThat(row.pending()).allMatch(pending -> pending.keptUntil() != null);
            assertThat(row.publishedSeq()).isEqualTo(row.seq());
        });
        assertThat(holds).as(seed).allMatch(hold -> hold.step() == null);
    }

    private List<String> stored(String collection) {
        var ids = new ArrayList<String>();
        database.getCollection(collection).find().forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }

    private static Map<String, Integer> left(List<Hold> holds) {
        return holds.stream()
                .flatMap(hold -> hold.allotment().left().stream())
                .collect(groupingBy(Portion::row, summingInt(Portion::quantity)));
    }

    private static int cameIn(List<Posting> postings, StockRow row) {
        return postings.stream()
                .filter(posting -> posting.status() == Posting.Status.ACCEPTED)
                .flatMap(posting -> posting.step().portions().stream())
                .filter(portion -> portion.row().equals(row.id()))
                .mapToInt(Portion::quantity)
                .sum();
    }

    /** A hub ships all its lines of a hold at once, so the shipments that left tell how much. */
    private static int wentOut(List<Hold> holds, StockRow row) {
        return holds.stream()
                .flatMap(hold -> hold.allotment().shipments().stream()
                        .filter(shipment -> hold.allotment().shipped().contains("shp_" + hold.id() + shipment.hubId()))
                        .flatMap(shipment -> Portion.at(shipment.hubId(), shipment.lines()).stream()))
                .filter(portion -> portion.row().equals(row.id()))
                .mapToInt(Portion::quantity)
                .sum();
    }
}
