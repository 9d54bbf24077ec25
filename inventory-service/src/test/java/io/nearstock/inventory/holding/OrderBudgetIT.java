package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an order costs the database here: fails when it grows. */
class OrderBudgetIT {

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");

    private final List<String> writes = new CopyOnWriteArrayList<>();

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
            if (WRITES.contains(event.getCommandName())) {
                writes.add(event.getCommandName() + " "
                        + event.getCommand().getString(event.getCommandName()).getValue());
            }
        }
    }
}
