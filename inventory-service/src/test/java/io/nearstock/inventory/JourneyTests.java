package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseRules.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten units are ordered. */
class JourneyTests {

    @Test
    void isUnderWayWhileAnythingThatWasAnnouncedHasNotCome() {
        var announced = shipped(sent(), "A-1", 4);

        assertThat(refusal(sent())).isEqualTo("nothing_on_its_way");
        assertThat(new Journey(announced).answer(at(0, null))).isEmpty();
        assertThat(new Journey(received(announced, 3, false)).answer(at(0, null)))
                .isEmpty();
        assertThat(refusal(received(announced, 4, false))).isEqualTo("nothing_on_its_way");
        assertThat(new Journey(shipped(received(announced, 4, false), "A-2", 6)).answer(at(0, null)))
                .isEmpty();
        assertThat(refusal(received(announced, 1, true))).isEqualTo("purchase_order_received");
    }

    @Test
    void isToldOnlyWhatIsNewerThanWhatIsKnownOfTheSameGoods() {
        var order = seen(seen(shipped(shipped(sent(), "A-1", 4), "A-2", 4), at(60, "A-1")), at(10, null));

        assertThat(answers(order, at(59, "A-1"))).isEqualTo("same");
        assertThat(answers(order, at(60, "A-1"))).isEqualTo("same");
        assertThat(answers(order, at(61, "A-1"))).isEqualTo("news");
        assertThat(answers(order, at(5, "A-2"))).isEqualTo("news");
        assertThat(answers(order, at(10, null))).isEqualTo("same");
        assertThat(answers(order, at(11, null))).isEqualTo("news");
    }

    @Test
    void remembersTheLastTwoHundred() {
        var order = shipped(sent(), "A-1", 4);
        for (int second = 1; second <= 205; second++) {
            order = seen(order, at(second, null));
        }
        order = shipped(order, "A-2", 4);

        assertThat(new Journey(order).sightings())
                .hasSize(200)
                .startsWith(at(6, null))
                .endsWith(at(205, null));
    }

    private static String answers(PurchaseOrder order, Sighting said) {
        return new Journey(order).answer(said).isPresent() ? "same" : "news";
    }

    private static String refusal(PurchaseOrder order) {
        return ((Ruling.Refusal) new Journey(order).answer(at(0, null)).orElseThrow()).code();
    }

    private static Sighting at(int second, @Nullable String notice) {
        return new Sighting(HoldFixtures.LEEDS, NOW.plusSeconds(second), notice);
    }

    private static PurchaseOrder seen(PurchaseOrder order, Sighting said) {
        var notice = Objects.requireNonNull(order.notice());
        var next =
                new Notice(notice.lines(), notice.reference(), notice.at(), notice.parts(), notice.sightingsWith(said));
        return new PurchaseOrder(
                order.id(),
                order.supplierId(),
                order.hubId(),
                order.items(),
                order.terms(),
                order.status(),
                order.expectedOn(),
                order.promisedOn(),
                next,
                order.receipts(),
                order.lots(),
                order.history(),
                order.steps(),
                order.nextActionAt(),
                order.version() + 1);
    }

    private static PurchaseOrder sent() {
        var item = new Item("MUG", 10, new Money(100, "GBP"), 0, 0);
        var draft = PurchaseOrder.draft("po_1", "sup_1", "hub_1", List.of(item), new Terms(0, 0, 0, 0), "acc_1", NOW);
        return next(rules(next(rules(draft).approve())).send(LocalDate.parse("2026-11-10")));
    }

    private static PurchaseOrder shipped(PurchaseOrder order, String reference, int quantity) {
        var line = new NoticeLine("MUG", quantity, null, null, List.of(), List.of("code"));
        return next(rules(order).ship(Notice.of(List.of(line), reference, NOW), null));
    }

    private static PurchaseOrder received(PurchaseOrder order, int quantity, boolean last) {
        var delivered = List.of(new Delivered("MUG", quantity, 0, List.of()));
        return next(rules(order).receive("rcp_" + order.version(), delivered, last, null));
    }

    private static PurchaseRules rules(PurchaseOrder order) {
        return new PurchaseRules(order, "acc_1", NOW, LEASE);
    }

    private static PurchaseOrder next(Ruling ruling) {
        return ((Ruling.Next) ruling).order();
    }
}
