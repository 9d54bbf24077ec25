package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseRules.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTests {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final int LEAD_TIME = 5;

    /** Asked for in five days: what the supplier says of when it comes, and when it came. */
    @ParameterizedTest
    @CsvSource({"5, 5, 1", "5, 6, 0", "90, 6, 0", "90, 5, 1", "3, 3, 1", "3, 4, 0"})
    void measuresASupplierByWhatWasPromisedFirst(int said, int came, double punctuality) {
        var order = next(at(sent(), 0).acknowledge(TODAY.plusDays(said)));
        var received =
                next(at(order, came).receive("rcp_1", List.of(new Delivered("MUG", 1, 0, List.of())), true, null));

        assertThat(punctuality(received)).isEqualTo(punctuality);
    }

    /** Sent before it was kept what was promised. */
    @Test
    void measuresAnOldOrderByTheDayThatItWasExpected() {
        var old = sent().promisedOn(null).expectedOn(TODAY.plusDays(9));
        var received = next(at(old, 8).receive("rcp_1", List.of(new Delivered("MUG", 1, 0, List.of())), true, null));

        assertThat(punctuality(received)).isEqualTo(1);
    }

    private static @Nullable Double punctuality(PurchaseOrder order) {
        return Score.of(List.of(order), List.of(), List.of(), Feedback.of(List.of(), NOW), TODAY)
                .punctuality();
    }

    private static PurchaseOrder sent() {
        var item = new Item("MUG", 1, new Money(100, "GBP"), 0, 0);
        var draft = PurchaseOrder.draft("po_1", "sup_1", "hub_1", List.of(item), new Terms(0, 0, 0, 0), "acc_1", NOW);
        return next(at(next(at(draft, 0).approve()), 0).send(TODAY.plusDays(LEAD_TIME)));
    }

    private static PurchaseRules at(PurchaseOrder order, int days) {
        Instant then = NOW.plus(Duration.ofDays(days));
        return new PurchaseRules(order, "acc_1", then, LEASE);
    }

    private static PurchaseOrder next(Ruling ruling) {
        return ((Ruling.Next) ruling).order();
    }
}
