package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.HoldClaims;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an order costs the database here: fails when it grows. */
class OrderBudgetIT {

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");

    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Instance> busy = new AtomicReference<>();

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    @AutoClose
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(mongo.connectionString()))
            .addCommandListener(new Writes())
            .build());

    private final MongoDatabase database = client.getDatabase(mongo.database().getName());
    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance shop = Instance.of(database, clock);

    @Test
    void writesFiveTimesForAnOrderOfOneLine() {
        stockUp();
        writes.clear();

        shop.the(TakeHold.class).take("hld_1", new Demand("ord_1", List.of(new Line("TEA", 1)), LONDON), "ord_1");
        bringToRest();
        shop.the(Holds.class).commit(Map.of("hld_1", "ord_1"));

        assertThat(writes)
                .containsExactly("update stock", "insert holds", "insert movements", "update stock", "update holds");
    }

    @Test
    void writesOnceMoreForSeveralLinesOfOneHub() {
        stockUp();
        writes.clear();
        var lines = List.of(new Line("TEA", 1), new Line("MUG", 2), new Line("TEA", 1));

        shop.the(TakeHold.class).take("hld_1", new Demand("ord_1", lines, LONDON), "ord_1");
        bringToRest();

        assertThat(writes).hasSize(5);
    }

    @Test
    void sharesTheLedgerAmongTheOrdersOfTheMoment() {
        stockUp();
        writes.clear();

        for (int i = 0; i < 10; i++) {
            shop.the(TakeHold.class)
                    .take("hld_" + i, new Demand("ord_1", List.of(new Line("TEA", 1)), LONDON), "ord_" + i);
        }
        bringToRest();

        assertThat(writes).hasSize(10 * 2 + 2);
    }

    @Test
    void asksOnceBeforeItTakesWhatOneRowHas() {
        stockUp();
        take("hld_1");
        commands.clear();

        take("hld_2");

        assertThat(commands).containsExactly("find stock", "update stock", "insert holds");
    }

    @Test
    void claimsByOneCommand() {
        stockUp();
        take("hld_1");
        var claims = shop.the(HoldClaims.class);
        commands.clear();

        claims.claim("hld_1", "ord_1", clock.instant());

        assertThat(commands).containsExactly("findAndModify holds");
        var claimed = shop.the(Holds.class).find("hld_1").orElseThrow();
        assertThat(claimed.status()).isEqualTo(new Claimed("ord_1"));
        assertThat(claimed.nextActionAt()).isNull();
        assertThat(claims.claim("hld_1", "ord_2", clock.instant())).isInstanceOf(Contradiction.class);
    }

    @Test
    void asksOnceForAllJourneysThatFollowEachOther() {
        stockUp();
        take("hld_1");
        commands.clear();
        var waiting = new ArrayList<Thread>();
        var gate = Trouble.at(
                1,
                Trouble.Kind.PAUSE,
                () -> List.of("hld_2", "hld_3").forEach(hold -> {
                    waiting.add(Thread.ofVirtual().start(() -> take(busy(), hold)));
                    await().until(() -> waiting.getLast().getState() == Thread.State.WAITING);
                }));
        busy.set(Instance.of(database, clock, gate));

        try (var open = busy()) {
            take(open, "hld_4");
            waiting.forEach(OrderBudgetIT::join);
        }

        assertThat(commands)
                .filteredOn(command -> !command.endsWith(" hubs") && !command.startsWith("createIndexes"))
                .containsExactly("find stock", "update stock", "insert holds", "update stock", "insert holds");
        bringToRest();
        assertThat(shop.row("TEA", "hub_leeds").allocated()).isEqualTo(4);
    }

    private Instance busy() {
        return Objects.requireNonNull(busy.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void take(String hold) {
        take(shop, hold);
    }

    private static void take(Instance instance, String hold) {
        var demand = new Demand("chk_" + hold, List.of(new Line("TEA", 1)), LONDON);
        assertThat(instance.the(TakeHold.class).take(hold, demand, null)).isInstanceOf(Taken.class);
    }

    private void stockUp() {
        shop.open("hub_leeds", "Leeds", LEEDS);
        Goods.receive(shop, "rcp_1", "hub_leeds", new Line("TEA", 50), new Line("MUG", 50));
        bringToRest();
    }

    private void bringToRest() {
        clock.pass(Duration.ofSeconds(3));
        Books.settleNeglected(shop);
    }

    private final class Writes implements CommandListener {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            var name = event.getCommandName();
            var target = event.getCommand().get(name, BsonNull.VALUE);
            if (target.isString()) {
                commands.add(name + " " + target.asString().getValue());
            }
            if (WRITES.contains(name)) {
                writes.add(commands.getLast());
            }
        }
    }
}
