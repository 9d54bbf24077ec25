package io.nearstock.inventory.recall;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.security.Caller;
import io.nearstock.inventory.Bucket;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.inventory.recall.RecallView.Quarantined;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process that dies at each of a recall's writes, in turn: who asks again has kept apart just the units that were free. */
class RecallCrashIT {

    private static final Caller STAFF = new Caller("acc_staff", Set.of("staff"), Set.of("inventory"), null, null, null);
    private static final List<String> SERIALS = List.of("S1", "S2", "S3");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @Test
    void keepsApartWhatWasFreeHoweverItWasResumed() {
        try (var witness = Instance.of(database, clock)) {
            witness.open("hub_leeds", "Leeds", LEEDS);
            var write = 1;
            while (dies(witness, "IRON-" + write, write)) {
                write++;
            }
            assertThat(write).isGreaterThan(8);
            assertThat(Books.differences(witness)).isEmpty();
        }
    }

    /** It is asked again before the lots' book has heard of anything; false when it has no such write. */
    private boolean dies(Instance witness, String sku, int write) {
        comes(witness, sku);
        var trouble = Trouble.at(write, Kind.CRASH_AFTER, () -> {});
        try (var mortal = Instance.of(database, clock, trouble)) {
            recall(mortal, sku);
        } catch (Trouble.Crash _) {
            assertThat(trouble.happened()).isTrue();
        }
        clock.pass(Duration.ofSeconds(11));
        assertThat(recall(witness, sku).quarantined()).containsExactly(new Quarantined("hub_leeds", 3, 2));
        clock.pass(Duration.ofSeconds(11));
        Books.settleNeglected(witness);
        assertThat(witness.row(sku, "hub_leeds").quarantined()).isEqualTo(2);
        assertThat(witness.the(SerialUnits.class).of(sku, SERIALS))
                .extracting(SerialUnit::aside)
                .containsExactly(Bucket.QUARANTINED, Bucket.QUARANTINED, null);
        assertThat(recall(witness, sku).quarantined()).containsExactly(new Quarantined("hub_leeds", 3, 2));
        return trouble.happened();
    }

    private static RecallView recall(Instance instance, String sku) {
        return instance.the(RecallSerials.class)
                .recall(new RecallRequest(sku, null, SERIALS, "hot"), "rec_" + sku, STAFF);
    }

    /** Three, of which one is not free. */
    private static void comes(Instance instance, String sku) {
        var receipt = "rcp_" + sku;
        var claim = new Claim(receipt, new Source(null, null, null, false), NOW);
        instance.the(SerialClaims.class)
                .receive(SERIALS.stream()
                        .map(serial -> SerialUnit.coming(sku, serial, "hub_leeds", claim))
                        .toList());
        var three = List.of(new Portion(sku, "hub_leeds", 3));
        var cause = new Cause("receipt", receipt);
        instance.the(Post.class).post(Step.of(receipt, MovementKind.RECEIPT, three, cause, "acc_1", null, NOW));
        Goods.wish(instance, "saf_" + sku, MovementKind.SAFETY, List.of(new Portion(sku, "hub_leeds", 1)));
        Books.settleTouched(instance);
    }
}
