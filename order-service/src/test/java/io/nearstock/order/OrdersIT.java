package io.nearstock.order;

import static io.nearstock.order.OrderFixtures.NOW;
import static io.nearstock.order.OrderFixtures.TERMS;
import static io.nearstock.order.OrderFixtures.offer;
import static io.nearstock.order.OrderFixtures.orderThatIs;
import static io.nearstock.order.OrderFixtures.placed;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.order.Transition.Progress;
import io.nearstock.testkit.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersIT {

    private static final SweepSettings SWEEP = new SweepSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60));

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database()
            .withCodecRegistry(fromRegistries(
                    fromProviders(new OrderStatusCodec.Provider()), MongoClientSettings.getDefaultCodecRegistry()));
    private final Orders orders =
            new Orders(database, OrdersIT::announced, OutboxRelay.asleep(), SWEEP, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Reservations reservations = new Reservations(database);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "placed",
                "declined",
                "confirmed",
                "dispatched",
                "delivered",
                "completed",
                "cancel_pending",
                "cancelled"
            })
    void givesBackWhatWasStored(String state) {
        var order = orderThatIs(state);

        store(new Progress(order, List.of()));

        assertThat(orders.find("ord_1")).contains(order);
    }

    @Test
    void givesBackWhatATransitionMade() {
        store(placed(PaymentPlan.FULL, "pi_1"));

        var cancelled = orders.update(stored(), order -> order.requestCancel("customer", "too late", NOW));

        assertThat(orders.find("ord_1")).contains(cancelled.order());
    }

    @Test
    void showsNobodyAnOrderThatIsOnlyBeingPlaced() {
        reservations.add(new Reservation("ord_1", "hld_1", null, false, 1), NOW);

        assertThat(orders.find("ord_1")).isEmpty();
        assertThat(orders.list(null, null, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void placesNoOrderWhoseReservationSomebodyElseHasTakenOver() {
        reservations.add(new Reservation("ord_1", "hld_1", null, false, 1), NOW);
        reservations.takeOver("ord_1", NOW);

        assertThat(orders.place(placed(PaymentPlan.FULL, "pi_1"))).isFalse();
    }

    @Test
    void placesNoOrderWhoseReservationIsAbandoned() {
        reservations.add(new Reservation("ord_1", "hld_1", null, false, 0), NOW);
        reservations.abandon("ord_1", NOW);

        assertThat(orders.place(placed(PaymentPlan.FULL, "pi_1"))).isFalse();
    }

    /** The first one was given up and its stock went back, while whoever made it slept. */
    @Test
    void placesNoOrderUponAReservationThatWasMadeAnew() {
        var first = Reservation.of("ord_1", "hld_1", null, false);
        reservations.add(Reservation.of("ord_1", "hld_1", null, false), NOW);
        var payment = Payment.begin(PaymentPlan.FULL, offer().total(), TERMS, "tok_visa", "pi_1", NOW);

        assertThat(orders.place(Order.place("ord_1", null, offer(), payment, first.version(), NOW)))
                .isFalse();
    }

    @Test
    void reservesAnOrderOnce() {
        var reservation = new Reservation("ord_1", "hld_1", null, false, 1);

        assertThat(reservations.add(reservation, NOW)).isTrue();
        assertThat(reservations.add(reservation, NOW)).isFalse();
    }

    @Test
    void queuesTheMessagesInTheWriteThatCausesThem() {
        store(placed(PaymentPlan.FULL, "pi_1"));
        orders.update(stored(), order -> order.requestCancel("customer", null, NOW));

        assertThat(raw().getList("outbox", Document.class))
                .extracting(entry -> entry.getLong("sequence"))
                .containsExactly(1L, 2L);
        assertThat(orders.history(stored()))
                .extracting(Happening::type)
                .containsExactly("order.placed", "order.cancel_requested");
    }

    @Test
    void remembersWhenSomebodyMustLookAtAnOrderAgain() {
        store(placed(PaymentPlan.FULL, "pi_1"));
        assertThat(raw().getDate("nextActionAt")).hasTime(NOW.plusSeconds(5).toEpochMilli());

        var authorised = new Intent("pi_1", "ord_1", Intent.Status.AUTHORISED, 5348, 5348, 1070, 0, null, null);
        orders.update(stored(), order -> order.paymentSeen(authorised, NOW));
        assertThat(raw()).doesNotContainKey("nextActionAt");
    }

    @Test
    void givesEachOfSixteenCompetitorsTheSameOneCancellation() throws InterruptedException {
        store(placed(PaymentPlan.FULL, "pi_1"));
        var order = stored();
        Callable<Boolean> cancel =
                () -> orders.update(order, it -> it.requestCancel("customer", null, NOW)) instanceof Progress;

        try (var competitors = Executors.newFixedThreadPool(16)) {
            assertThat(competitors.invokeAll(nCopies(16, cancel)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(true);
        }
        assertThat(stored().version()).isEqualTo(order.version() + 1);
    }

    private void store(Progress progress) {
        var order = progress.order();
        reservations.add(new Reservation(order.id(), order.holdId(), null, false, order.version() - 1), NOW);
        assertThat(orders.place(progress)).isTrue();
    }

    private Order stored() {
        return orders.find("ord_1").orElseThrow();
    }

    private Document raw() {
        return database.getCollection("orders").find().cursor().next();
    }

    private static List<OutboxEntry> announced(Progress progress) {
        return progress.events().stream()
                .map(event -> new OutboxEntry(
                        "ord_1." + progress.order().messages(),
                        progress.order().messages(),
                        event.name(),
                        event.at(),
                        null,
                        "{}"))
                .toList();
    }
}
