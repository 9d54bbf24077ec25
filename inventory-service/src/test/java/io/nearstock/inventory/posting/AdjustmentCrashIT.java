package io.nearstock.inventory.posting;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.AdjustmentController.AdjustmentRequest;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process that dies at each write of an adjustment that names units, in turn: who asks again finds or misses each once. */
class AdjustmentCrashIT {

    private static final Caller STAFF = new Caller("acc_staff", Set.of("staff"), Set.of("inventory"), null, null, null);

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @Test
    void findsAndMissesEachUnitOnceWhereverItDies() {
        try (var witness = Instance.of(database, clock)) {
            witness.open("hub_leeds", "Leeds", LEEDS);
            var write = 1;
            while (dies(witness, "IRON-" + write, write)) {
                write++;
            }
            assertThat(write).isGreaterThan(12);
            assertThat(Books.differences(witness)).isEmpty();
        }
    }

    /** False when it has no such write. */
    private boolean dies(Instance witness, String sku, int write) {
        var trouble = Trouble.at(write, Kind.CRASH_AFTER, () -> {});
        try (var mortal = Instance.of(database, clock, trouble)) {
            findsAndMisses(mortal, sku);
        } catch (Trouble.Crash _) {
            assertThat(trouble.happened()).isTrue();
        }
        clock.pass(Duration.ofSeconds(11));
        findsAndMisses(witness, sku);
        Books.settleNeglected(witness);
        assertThat(witness.row(sku, "hub_leeds").onHand()).isEqualTo(2);
        assertThat(witness.the(SerialUnits.class).of(sku, List.of("S1", "S2", "S3")))
                .extracting(SerialUnit::state)
                .containsExactly(State.IN_STOCK, State.OUT, State.IN_STOCK);
        return trouble.happened();
    }

    private void findsAndMisses(Instance instance, String sku) {
        adjust(
                instance,
                "adj_found_" + sku,
                new AdjustmentRequest("hub_leeds", sku, 3, null, null, "found", List.of("S1", "S2", "S3")));
        adjust(
                instance,
                "adj_gone_" + sku,
                new AdjustmentRequest("hub_leeds", sku, -1, null, null, "gone", List.of("S2")));
        Books.settleTouched(instance);
    }

    private void adjust(Instance instance, String id, AdjustmentRequest request) {
        var controller = new AdjustmentController(
                instance.the(Post.class),
                instance.the(Hubs.class),
                instance.the(Stock.class),
                instance.the(AdjustedSerials.class),
                instance.the(BalanceLimits.class),
                clock);
        var answer = controller.adjust(request, new ResourceId(id, false), STAFF);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
    }
}
