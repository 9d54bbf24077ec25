package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseRules.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Twelve mugs, and one more is tolerated. */
class AnnouncedTests {

    private static final LocalDate EXPIRY = LocalDate.parse("2099-01-01");
    private static final Notice FIRST = notice("ASN-1", line(6, "A", EXPIRY, "S1", "S2", "S3", "S4", "S5", "S6"));
    private static final Notice SECOND = notice("ASN-2", line(6, "B", null, "S7"));

    @Test
    void isAllThatWasSaidInHoweverManyParts() {
        var order = shipped(shipped(sent(), FIRST), SECOND);

        var announced = Objects.requireNonNull(order.notice());

        assertThat(announced.each()).containsExactly(FIRST, SECOND);
        assertThat(announced.lotOf("MUG", "S7")).contains("B");
        assertThat(announced.announces("MUG", "S1")).isTrue();
        assertThat(PurchaseOrderView.of(order).notices())
                .extracting(PurchaseOrderView.NoticeView::reference)
                .containsExactly("ASN-1", "ASN-2");
        assertThat(OrderLotView.of(order))
                .containsExactly(new OrderLotView("MUG", "A", EXPIRY, 6, 0), new OrderLotView("MUG", "B", null, 6, 0));
    }

    /** Whatever its codes are. */
    @Test
    void isTheSameHoweverOftenItIsSaid() {
        var order = shipped(shipped(sent(), FIRST), SECOND);

        assertThat(rules(order).ship(notice("ASN-1", FIRST.lines().getFirst()), null))
                .isEqualTo(new Ruling.Same(order));
        assertThat(rules(order).ship(SECOND, null)).isEqualTo(new Ruling.Same(order));
    }

    @Test
    void isNoMoreThanWasOrderedAndIsTolerated() {
        var order = shipped(shipped(sent(), FIRST), SECOND);

        assertThat(refusal(sent(), notice("ASN-3", line(14, null, null)))).isEqualTo("over_announced");
        assertThat(refusal(order, notice("ASN-3", line(2, null, null)))).isEqualTo("over_announced");
        assertThat(refusal(order, notice("ASN-3", line(1, null, null)))).isEmpty();
    }

    @Test
    void countsWhatCameUnannounced() {
        var order = received(sent(), 8);

        assertThat(refusal(order, notice("ASN-1", line(6, "A", null)))).isEqualTo("over_announced");
        assertThat(shipped(order, notice("ASN-1", line(4, "A", null))).status()).isEqualTo(Status.PARTIALLY_RECEIVED);
    }

    @Test
    void contradictsNothingThatWasSaidBefore() {
        var order = shipped(sent(), FIRST);

        assertThat(refusal(order, notice("ASN-1", line(6, "B", null)))).isEqualTo("notice_differs");
        assertThat(refusal(order, notice("ASN-2", line(6, "B", null, "S6")))).isEqualTo("serial_announced");
        assertThat(refusal(order, notice("ASN-2", line(6, "A", EXPIRY.plusDays(1)))))
                .isEqualTo("expiry_differs");
        assertThat(refusal(order, notice("ASN-2", line(6, "A", EXPIRY)))).isEmpty();
    }

    private static NoticeLine line(
            int quantity, @Nullable String lot, @Nullable LocalDate expiresOn, String... serials) {
        return new NoticeLine("MUG", quantity, lot, expiresOn, List.of(serials), List.of("code"));
    }

    private static Notice notice(String reference, NoticeLine... lines) {
        return Notice.of(List.of(lines), reference, NOW);
    }

    private static String refusal(PurchaseOrder order, Notice said) {
        return rules(order).ship(said, null) instanceof Ruling.Refusal(var code, var _) ? code : "";
    }

    private static PurchaseOrder sent() {
        var item = new Item("MUG", 12, new Money(100, "GBP"), 0, 0);
        var draft = PurchaseOrder.draft("po_1", "sup_1", "hub_1", List.of(item), new Terms(0, 0, 10, 0), "acc_1", NOW);
        return next(rules(next(rules(draft).approve())).send(EXPIRY));
    }

    private static PurchaseOrder shipped(PurchaseOrder order, Notice said) {
        return next(rules(order).ship(said, null));
    }

    private static PurchaseOrder received(PurchaseOrder order, int quantity) {
        return next(rules(order).receive("rcp_1", List.of(new Delivered("MUG", quantity, 0, List.of())), false, null));
    }

    private static PurchaseOrder next(Ruling ruling) {
        return ((Ruling.Next) ruling).order();
    }

    private static PurchaseRules rules(PurchaseOrder order) {
        return new PurchaseRules(order, "acc_1", NOW, LEASE);
    }
}
