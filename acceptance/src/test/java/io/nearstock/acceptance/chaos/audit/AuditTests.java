package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.DEAD_LETTERS;
import static io.nearstock.acceptance.chaos.audit.Invariant.I1;
import static io.nearstock.acceptance.chaos.audit.Invariant.I2;
import static io.nearstock.acceptance.chaos.audit.Invariant.I3;
import static io.nearstock.acceptance.chaos.audit.Invariant.I4;
import static io.nearstock.acceptance.chaos.audit.Invariant.I5;
import static io.nearstock.acceptance.chaos.audit.Invariant.I6;
import static io.nearstock.acceptance.chaos.audit.Invariant.I7;
import static io.nearstock.acceptance.chaos.audit.Invariant.I8;
import static io.nearstock.acceptance.chaos.audit.Invariant.I9;
import static io.nearstock.acceptance.chaos.audit.Invariant.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTests {

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(Audit.findings(new OneOrder().evidence())).isEmpty();
    }

    @Test
    void findsNothingWhereAllElseHappensThatMayHappenToStock() {
        var world = new OneOrder();
        world.moves("cnt_1.LAMP@hub_1", "COUNT", 3);
        world.moves("sal_1.LAMP@hub_1", "COUNTER_SALE", -1);
        world.moves("adj_1.LAMP@hub_1", "DAMAGE", 1);
        world.moves("ret_1.LAMP@hub_1", "DAMAGED_RETURN", 1);
        world.moves("wro_1.LAMP@hub_1", "DAMAGED_WRITE_OFF", -2);
        world.row.append("onHand", 11L).append("available", 9L);
        world.copy.append("available", 9L);

        assertThat(Audit.findings(world.evidence())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongs")
    void findsWhatIsWrong(Invariant invariant, String what, Consumer<OneOrder> wrong) {
        var world = new OneOrder();
        wrong.accept(world);

        assertThat(Audit.findings(world.evidence()))
                .as(what)
                .extracting(Finding::invariant)
                .contains(invariant);
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong(I1, "more is promised than there is", it -> it.row.append("available", -2L)),
                wrong(I1, "stock is set aside for nobody", it -> it.row.append("allocated", 3L)),
                wrong(I1, "a hold was never let go", it -> it.hold.append("status", new Document("name", "held"))),
                wrong(I2, "an accepted order is gone", it -> it.orders.clear()),
                wrong(I2, "an order is stuck", it -> it.status("cancel_pending")),
                wrong(I2, "an order is begun for ever", it -> it.status("reserving")),
                wrong(I2, "an order goes on after its end", it -> it.tells("order.cancelled", "order.confirmed")),
                wrong(I2, "nobody knows what came of a wish", it -> it.wishes("key-2", "")),
                wrong(I3, "one key has two orders", it -> it.answered("ord_2")),
                wrong(I3, "two keys have one order", it -> it.wishes("key-2", "ord_1")),
                wrong(I3, "nobody was told of an order", it -> it.orders.add(it.order("ord_3"))),
                wrong(I3, "other goods were ordered", it -> it.line.append("quantity", 5)),
                wrong(I4, "the provider was asked twice", it -> it.charges("capture", 2000)),
                wrong(I4, "the provider took less than we say", it -> it.provider.clear()),
                wrong(I4, "too much was taken", it -> it.charge.append("captured", 9000L)),
                wrong(I4, "it was cancelled and the money kept", it -> it.status("cancelled")),
                wrong(I4, "it was paid in another currency", it -> it.total.append("currency", "EUR")),
                wrong(I4, "money was taken for no order", it -> it.charges("ord_9", "capture", 2000)),
                wrong(I5, "a movement is missing", it -> it.movements.removeLast()),
                wrong(I5, "a hold took its row twice", it -> it.moves("hld_1.hold.2.LAMP@hub_1", "HOLD", -2)),
                wrong(I6, "a notification was recorded twice", it -> it.notifies("ntf_2")),
                wrong(I6, "a mail went out under two names", it -> it.mails("<other@nearstock>")),
                wrong(I6, "a mail was never sent", it -> it.mails.clear()),
                wrong(I7, "an event is missing", it -> it.events.removeFirst()),
                wrong(I7, "the last event is missing", it -> it.events.removeLast()),
                wrong(I7, "an event tells of another life", it -> it.tells("order.shipment_dispatched")),
                wrong(I8, "a copy lags behind", it -> it.copy.append("available", 9L)),
                wrong(I8, "search does not know that there is some", it -> it.found = false),
                wrong(I8, "nothing was learned", it -> it.baskets.clear()),
                wrong(I9, "nonsense moved stock", it -> it.moves("x.NOTHING@hub_1", "NOTHING", "HOLD", -1)),
                wrong(I9, "a refused cancellation cancelled", OneOrder::cancelThoughRefused),
                wrong(OUTBOX, "a message was left behind", it -> it.waiting = 1),
                wrong(DEAD_LETTERS, "something was laid aside", it -> it.dead = List.of("inventory:orders-0-7")),
                wrong(DEAD_LETTERS, "poison was swallowed", it -> it.planted = List.of("inventory:orders-0-7")));
    }

    private static Arguments wrong(Invariant invariant, String what, Consumer<OneOrder> wrong) {
        return arguments(invariant, what, wrong);
    }
}
