package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Delivered.Part;
import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseRules.Ruling.Next;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivedLotsTests {

    private static final LocalDate EXPIRY = LocalDate.parse("2099-01-01");

    private static final NoticeLine EIGHT_OF_A = line(8, "A");
    private static final NoticeLine TWELVE_OF_B = line(12, "B");
    private static final NoticeLine FIVE_LOOSE = line(5, null);

    /** Units that nobody named a lot of, of a notice with so many lots. */
    @ParameterizedTest
    @CsvSource({
        "1, 8, 'A 8'",
        "1, 3, 'A 3'",
        "1, 9, ''",
        "2, 20, 'A 8, B 12'",
        "2, 8, ''",
        "2, 21, ''",
        "3, 25, 'A 8, B 12'",
        "3, 20, ''",
    })
    void areThoseAnnouncedWhereThereIsNoDoubt(int lots, int quantity, String expected) {
        var order = shipped(
                Stream.of(EIGHT_OF_A, TWELVE_OF_B, FIVE_LOOSE).limit(lots).toArray(NoticeLine[]::new));

        assertThat(told(received(order, "rcp_1", unnamed(quantity)))).isEqualTo(expected);
    }

    @Test
    void areNoneOfAnOrderWithoutNotice() {
        assertThat(received(sent(), "rcp_1", unnamed(5)).lots()).isNull();
    }

    @Test
    void areThoseThatAreNamedWhateverWasAnnounced() {
        var order = received(
                shipped(EIGHT_OF_A, TWELVE_OF_B),
                "rcp_1",
                new Delivered("MUG", 5, 1, List.of(new Part("A", null, 3), new Part("C", EXPIRY, 2))));

        assertThat(order.lots())
                .containsExactly(
                        new ArrivedLot("rcp_1", "MUG", "A", EXPIRY, 3), new ArrivedLot("rcp_1", "MUG", "C", EXPIRY, 2));
        assertThat(told(received(order, "rcp_2", unnamed(17)))).isEqualTo("A 3, C 2, A 5, B 12");
        assertThat(OrderLotView.of(order))
                .containsExactly(
                        new OrderLotView("MUG", "A", EXPIRY, 8, 3),
                        new OrderLotView("MUG", "B", EXPIRY, 12, 0),
                        new OrderLotView("MUG", "C", EXPIRY, 0, 2));
    }

    @Test
    void areBookedOnceThoughPartOfThemIsNamed() {
        var order = received(shipped(EIGHT_OF_A), "rcp_1", new Delivered("MUG", 8, 0, List.of(new Part("A", null, 2))));

        assertThat(told(order)).isEqualTo("A 8");
    }

    /** What came without a lot may be of one that nobody looked at. */
    @Test
    void areInDoubtOnceThereWasDoubt() {
        var first = received(shipped(EIGHT_OF_A, FIVE_LOOSE), "rcp_1", unnamed(5));

        assertThat(told(received(first, "rcp_2", unnamed(8)))).isEmpty();
    }

    @Test
    void comeWithGoodUnitsOrWithBrokenOnesWhereAllAreBroken() {
        var some = received(shipped(EIGHT_OF_A), "rcp_1", new Delivered("MUG", 8, 2, List.of()));
        var all = received(shipped(EIGHT_OF_A), "rcp_1", new Delivered("MUG", 8, 8, List.of()));
        var lot = new Consignment("MUG", "A", EXPIRY, "sup_1", 8);

        assertThat(some.steps())
                .extracting(step -> ArrivedLots.broughtBy(step, some))
                .containsExactly(List.of(lot), List.of());
        assertThat(all.steps())
                .extracting(step -> ArrivedLots.broughtBy(step, all))
                .containsExactly(List.of(lot));
    }

    @Test
    void comeWithTheirOwnDeliveryOnly() {
        var first = received(shipped(EIGHT_OF_A), "rcp_1", unnamed(3));
        var second = received(first, "rcp_2", unnamed(5));

        assertThat(second.steps())
                .extracting(step -> ArrivedLots.broughtBy(step, second))
                .containsExactly(List.of(new Consignment("MUG", "A", EXPIRY, "sup_1", 5)));
    }

    private static NoticeLine line(int quantity, @Nullable String lot) {
        return new NoticeLine("MUG", quantity, lot, lot == null ? null : EXPIRY, List.of(), List.of());
    }

    private static Delivered unnamed(int quantity) {
        return new Delivered("MUG", quantity, 0, List.of());
    }

    private static String told(PurchaseOrder order) {
        return String.join(
                ", ",
                Objects.requireNonNullElse(order.lots(), List.<ArrivedLot>of()).stream()
                        .map(lot -> lot.lot() + " " + lot.quantity())
                        .toList());
    }

    private static PurchaseOrder sent() {
        var item = new Item("MUG", 100, new Money(100, "GBP"), 0, 0);
        var draft = PurchaseOrder.draft("po_1", "sup_1", "hub_1", List.of(item), new Terms(0, 0, 0, 0), "acc_1", NOW);
        var approved = ((Next) rules(draft).approve()).order();
        return ((Next) rules(approved).send(EXPIRY)).order();
    }

    private static PurchaseOrder shipped(NoticeLine... lines) {
        return ((Next) rules(sent()).ship(Notice.of(List.of(lines), null, NOW), null)).order();
    }

    private static PurchaseOrder received(PurchaseOrder order, String receipt, Delivered delivered) {
        return ((Next) rules(order).receive(receipt, List.of(delivered), false, null)).order();
    }

    private static PurchaseRules rules(PurchaseOrder order) {
        return new PurchaseRules(order, "acc_1", NOW, LEASE);
    }
}
