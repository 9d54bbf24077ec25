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
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseRulesTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-10");

    /** A dash is a contradiction; "same" is a harmless repetition. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # status          , approve , send, acknowledge , reject  , ship   , cancel   , receive
        draft             , approved, -   , -           , -       , -      , cancelled, -
        approved          , same    , sent, -           , -       , -      , cancelled, -
        sent              , -       , same, acknowledged, rejected, shipped, cancelled, received
        acknowledged      , -       , -   , same        , -       , shipped, cancelled, received
        shipped           , -       , -   , same        , -       , same   , -        , received
        partially_received, -       , -   , same        , -       , same   , -        , received
        received          , -       , -   , -           , -       , -      , -        , -
        cancelled         , -       , -   , -           , -       , -      , same     , -
        rejected          , -       , -   , -           , same    , -      , -        , -
        """)
    void answersEachCommand(
            String status,
            String approve,
            String send,
            String acknowledge,
            String reject,
            String ship,
            String cancel,
            String receive) {
        var order = orderThatIs(status);

        assertThat(told(rules(order).approve())).isEqualTo(approve);
        assertThat(told(rules(order).send(DAY))).isEqualTo(send);
        assertThat(told(rules(order).acknowledge(null))).isEqualTo(acknowledge);
        assertThat(told(rules(order).reject("no"))).isEqualTo(reject);
        assertThat(told(rules(order).ship(notice(), null))).isEqualTo(ship);
        assertThat(told(rules(order).cancel(null))).isEqualTo(cancel);
        assertThat(told(receive(order, "rcp_1", true, 3, 0))).isEqualTo(receive);
    }

    /** As long as something is still to come; the day that it is measured by stays. */
    @ParameterizedTest
    @ValueSource(strings = {"acknowledged", "shipped", "partially_received"})
    void expectsWhatIsToComeWhenTheSupplierSaysSoLast(String status) {
        var order = orderThatIs(status);
        var later = DAY.plusDays(9);

        var told = next(rules(order).acknowledge(later));
        var shipped = next(rules(order).ship(part("A-9", 1), later));

        assertThat(List.of(told, shipped)).allSatisfy(moved -> {
            assertThat(moved.expectedOn()).isEqualTo(later);
            assertThat(moved.promisedOn()).isEqualTo(DAY);
        });
        assertThat(told.status()).isEqualTo(order.status());
        assertThat(told.history().getLast().reason()).isEqualTo("expected on 2026-11-19");
        assertThat(rules(told).acknowledge(later)).isEqualTo(new Ruling.Same(told));
        assertThat(next(rules(shipped).ship(part("A-9", 1), DAY)).expectedOn()).isEqualTo(DAY);
        assertThat(rules(shipped).ship(part("A-9", 1), null)).isEqualTo(new Ruling.Same(shipped));
    }

    @Test
    void isMeasuredByAnEarlierDayThatItPromisesAtFirst() {
        var order = next(rules(orderThatIs("sent")).acknowledge(DAY.minusDays(2)));

        assertThat(order.promisedOn()).isEqualTo(DAY.minusDays(2));
        assertThat(next(rules(order).acknowledge(DAY.minusDays(3))).promisedOn())
                .isEqualTo(DAY.minusDays(2));
    }

    @Test
    void hearsOfChangesForSomeTimeOnly() {
        var order = orderThatIs("acknowledged");
        for (int day = 1; order.history().size() < 500; day++) {
            order = next(rules(order).acknowledge(DAY.plusDays(day)));
        }

        assertThat(rules(order).acknowledge(DAY)).isInstanceOf(Ruling.Refusal.class);
        assertThat(rules(order).ship(part("A-1", 1), null)).isInstanceOf(Ruling.Refusal.class);
        assertThat(told(receive(order, "rcp_1", true, 3, 0))).isEqualTo("received");
    }

    @Test
    void takesWhatIsToleratedAndNoMore() {
        var order = orderThatIs("sent");

        assertThat(told(receive(order, "rcp_1", false, 9, 0))).isEqualTo("received");
        assertThat(told(receive(order, "rcp_1", false, 8, 0))).isEqualTo("partially_received");
        assertThat(told(receive(order, "rcp_1", false, 11, 0))).isEqualTo("received");
        assertThat(receive(order, "rcp_1", false, 12, 0))
                .isEqualTo(new Ruling.Refusal("over_delivery", "More came than was ordered and is tolerated."));
        assertThat(rules(order).receive("rcp_1", List.of(new Delivered("TEA", 1, 0, List.of())), false, null))
                .isInstanceOf(Ruling.Refusal.class);
    }

    @Test
    void booksADeliveryOnce() {
        var received = next(receive(orderThatIs("sent"), "rcp_1", false, 3, 1));

        assertThat(receive(received, "rcp_1", false, 3, 1)).isEqualTo(new Ruling.Same(received));
    }

    /** Whatever comes in however many deliveries: what was expected is expected no longer once it has ended. */
    @Test
    void leavesNothingExpectedOfAnOrderThatHasEnded() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var order = orderThatIs("approved");
            var balance = Balance.ZERO;
            Ruling ruling = rules(order).send(DAY);
            for (int receipt = 0; ruling instanceof Ruling.Next(var next); receipt++) {
                balance = balance.plus(effect(next));
                order = next;
                var quantity = 1 + random.nextInt(6);
                var last = random.nextInt(4) == 0;
                ruling = random.nextInt(12) == 0
                        ? rules(order).cancel("changed my mind")
                        : receive(order, "rcp_" + receipt, last, quantity, random.nextInt(quantity + 1));
            }
            var item = order.items().getFirst();
            assertThat(balance.available()).as("seed %d", seed).isEqualTo(item.received());
            assertThat(balance.damaged()).as("seed %d", seed).isEqualTo(item.damaged());
            assertThat(balance.incoming())
                    .as("seed %d", seed)
                    .isEqualTo(order.status().isExpected() ? item.open() : 0);
        }
    }

    @Test
    void sharesFreightAndDutyByValueToThePenny() {
        var items = List.of(item("MUG", 3, 100), item("TEA", 1, 300), item("POT", 1, 1));
        var order = PurchaseOrder.draft("po_1", "sup_1", "hub_1", items, new Terms(100, 1, 0, 0), "acc_1", NOW);

        var landed = LandedCost.of(order);

        assertThat(landed.stream().mapToLong(Money::amount).sum()).isEqualTo(601 + 101);
        assertThat(landed).extracting(Money::amount).containsExactly(351L, 350L, 1L);
    }

    /** As much as can be ordered, at the highest cost. */
    @Test
    void hasNoSumThatIsBeyondNumbers() {
        var items = IntStream.range(0, PurchaseOrder.MOST_LINES)
                .mapToObj(line -> item("MUG-" + line, 1_000_000, Money.HIGHEST_COST))
                .toList();
        var terms = new Terms(1_000_000_000, 1_000_000_000, 0, 0);
        var order = PurchaseOrder.draft("po_1", "sup_1", "hub_1", items, terms, "acc_1", NOW);

        var view = PurchaseOrderView.of(order);

        assertThat(view.total().amount()).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(view.landedTotal().amount()).isEqualTo(1_000_000_002_000_000_000L);
        assertThat(view.lines())
                .allSatisfy(line -> assertThat(line.landedCost().amount()).isEqualTo(1_000_000_002_000_000L));
    }

    /** Of the time before there was a highest cost. */
    @Test
    void readsWhatCostsMoreThanThereAreNumbersFor() {
        var items = List.of(item("MUG", 7, Long.MAX_VALUE), item("TEA", 1, 1));
        var order = PurchaseOrder.draft("po_1", "sup_1", "hub_1", items, new Terms(5, 0, 0, 0), "acc_1", NOW);

        assertThat(PurchaseOrderView.of(order).landedTotal().amount()).isEqualTo(Long.MAX_VALUE);
    }

    private static Balance effect(PurchaseOrder order) {
        return order.steps().stream()
                .flatMap(step ->
                        step.portions().stream().map(portion -> step.kind().effect(portion.quantity())))
                .reduce(Balance.ZERO, Balance::plus);
    }

    private static Ruling receive(PurchaseOrder order, String receipt, boolean last, int quantity, int damaged) {
        return rules(order).receive(receipt, List.of(new Delivered("MUG", quantity, damaged, List.of())), last, null);
    }

    private static PurchaseRules rules(PurchaseOrder order) {
        return new PurchaseRules(order, "acc_1", NOW, LEASE);
    }

    private static PurchaseOrder next(Ruling ruling) {
        return ((Ruling.Next) ruling).order();
    }

    private static String told(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Next(var order) -> order.status().name().toLowerCase(Locale.ROOT);
            case Ruling.Same _ -> "same";
            case Ruling.Refusal _ -> "-";
        };
    }

    private static Notice notice() {
        return Notice.of(List.of(), null, NOW);
    }

    private static Notice part(String reference, int quantity) {
        return Notice.of(
                List.of(new NoticeLine("MUG", quantity, null, null, List.of(), List.of("code"))), reference, NOW);
    }

    private static Item item(String sku, int quantity, long cost) {
        return new Item(sku, quantity, new Money(cost, "GBP"), 0, 0);
    }

    private static PurchaseOrder orderThatIs(String status) {
        var draft = PurchaseOrder.draft(
                "po_1", "sup_1", "hub_1", List.of(item("MUG", 10, 100)), new Terms(0, 0, 10, 10), "acc_1", NOW);
        return switch (Status.valueOf(status.toUpperCase(Locale.ROOT))) {
            case DRAFT -> draft;
            case APPROVED -> next(rules(draft).approve());
            case SENT -> next(rules(orderThatIs("approved")).send(DAY));
            case ACKNOWLEDGED -> next(rules(orderThatIs("sent")).acknowledge(null));
            case SHIPPED -> next(rules(orderThatIs("sent")).ship(notice(), null));
            case PARTIALLY_RECEIVED -> next(receive(orderThatIs("shipped"), "rcp_0", false, 2, 0));
            case RECEIVED -> next(receive(orderThatIs("shipped"), "rcp_0", true, 2, 0));
            case CANCELLED -> next(rules(draft).cancel(null));
            case REJECTED -> next(rules(orderThatIs("sent")).reject("no"));
        };
    }
}
