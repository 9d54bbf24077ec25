package io.nearstock.inventory.ledger;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.PlanningRounds;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.ledger.AuditReport.Difference;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody wrote to the database past the service: of what can be read all goes on. */
class DamagedRowTests {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance shop = Instance.of(mongo.database(), clock);

    private final Audit audit = shop.the(Audit.class);

    @BeforeEach
    void stock() {
        shop.open("hub_1", "Leeds", LEEDS);
        for (var sku : List.of("A", "B", "C")) {
            Goods.receive(shop, "pst_" + sku, "hub_1", new Line(sku, 5));
        }
    }

    private void damage(String collection, String id, String field, Object value) {
        var found = mongo.database()
                .getCollection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
        assertThat(found.getModifiedCount()).isEqualTo(1);
    }

    @Test
    void isADifferenceOfItsOwn() {
        damage("stock", "A@hub_1", "onHand", "five");
        damage("stock", "B@hub_1", "available", 10_000_000_000L);

        var report = audit.run();

        assertThat(report.balanced()).isFalse();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.onHand()).isEqualTo(5);
        assertThat(report.differences())
                .containsExactly(
                        new Difference("A", "hub_1", null, null, false, "unreadable_row"),
                        new Difference("B", "hub_1", null, null, false, "unreadable_row"));
    }

    @Test
    void isOneWhereItsMovementsAreDamaged() {
        settle();
        var movements = mongo.database().getCollection("movements");
        var movement =
                Objects.requireNonNull(movements.find(new Document("sku", "B")).first());
        damage("movements", movement.getString("_id"), "kind", "NONSENSE");

        var report = audit.run();

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.movements()).isEqualTo(2);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.sku()).isEqualTo("B");
            assertThat(difference.problem()).isEqualTo("unreadable_ledger");
        });
    }

    @Test
    void raisesTheAlarm() {
        damage("stock", "A@hub_1", "onHand", "five");
        var meters = new SimpleMeterRegistry();
        var settings = new AuditSettings(Duration.ofHours(1), Duration.ofSeconds(1));

        new AuditPatrol(audit, mongo.database(), settings, clock, meters).walk();

        assertThat(meters.get("nearstock.stock.audit.differences").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void keepsNoOtherFromComingToRest() {
        damage("stock", "A@hub_1", "onHand", "five");

        settle();

        assertThat(shop.row("B", "hub_1").pending()).isEmpty();
        assertThat(shop.row("C", "hub_1").pending()).isEmpty();
        assertThat(audit.run().movements()).isEqualTo(2);
        assertThat(shop.the(Recorder.class).recordNeglected()).isZero();
    }

    private void settle() {
        clock.pass(Duration.ofSeconds(3));
        Books.settleTouched(shop);
        Books.settleNeglected(shop);
    }

    @Test
    void isPassedOverByPlanning() {
        damage("stock", "A@hub_1", "onHand", "five");
        var rounds = shop.the(PlanningRounds.class);
        var round = rounds.take("test", clock.instant(), Duration.ofMinutes(1)).orElseThrow();

        assertThat(rounds.rows(round, 2)).extracting(StockRow::sku).containsExactly("B", "C");
    }

    @Test
    void rowsAreAuditedPartByPart() {
        var first = audit.part("", 2, () -> false);
        var rest = audit.part("B@hub_1", 2, () -> false);

        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.nextCursor()).isNotNull();
        assertThat(rest.rows()).isEqualTo(1);
        assertThat(rest.nextCursor()).isNull();
        assertThat(audit.part("", 3, () -> false).nextCursor()).isNull();
    }

    @Test
    void rowsAreAuditedForAsLongAsThereIsTime() {
        for (var number = 0; number < 150; number++) {
            Goods.receive(shop, "pst_more" + number, "hub_1", new Line("MORE-" + number, 1));
        }

        assertThat(audit.part("", Integer.MAX_VALUE, () -> true).rows()).isEqualTo(100);
        assertThat(audit.part("", Integer.MAX_VALUE, () -> true).nextCursor()).isNotNull();
        assertThat(audit.run().rows()).isEqualTo(153);
    }
}
