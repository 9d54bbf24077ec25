package io.nearstock.order;

import static io.nearstock.order.OrderFixtures.AFTER_WINDOW;
import static io.nearstock.order.OrderFixtures.NOW;
import static io.nearstock.order.OrderFixtures.offerFromTwoHubs;
import static io.nearstock.order.OrderFixtures.placed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Intent.Status;
import io.nearstock.order.PaymentStep.Capture;
import io.nearstock.order.PaymentStep.Decide;
import io.nearstock.order.PaymentStep.GiveUp;
import io.nearstock.order.PaymentStep.Nothing;
import io.nearstock.order.PaymentStep.Open;
import io.nearstock.order.PaymentStep.Refund;
import io.nearstock.order.PaymentStep.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets people, movers, a forgetful network and a provider do what they like with an order, in any order. */
class MoneyPropertyTests {

    private static final int WALKS = 3000;
    private static final int STEPS = 40;

    /** What the provider has on its books; answers about it may come late, twice or never. */
    private static final class Books {

        private final Map<String, Intent> intents = new LinkedHashMap<>();
        private final List<Intent> told = new ArrayList<>();

        Intent open(long amount) {
            var id = "pi_" + (intents.size() + 1);
            return note(new Intent(id, "ord_1", Status.REQUIRES_CONFIRMATION, amount, 0, 0, 0, null, null));
        }

        Intent at(String id, Charge charge, Status status, long captured, long refunded) {
            var authorised = status == Status.AUTHORISED ? charge.amount() : captured;
            return note(new Intent(id, "ord_1", status, charge.amount(), authorised, captured, refunded, null, null));
        }

        Intent of(String id) {
            var intent = intents.get(id);
            assertThat(intent).as("the provider knows what was stored").isNotNull();
            return requireNonNull(intent);
        }

        private Intent note(Intent intent) {
            intents.put(intent.id(), intent);
            told.add(intent);
            return intent;
        }

        long kept() {
            return intents.values().stream()
                    .mapToLong(intent -> intent.captured() - intent.refunded())
                    .sum();
        }
    }

    @ParameterizedTest
    @EnumSource(PaymentPlan.class)
    void moneyTakenLessMoneyReturnedPlusOutstandingIsWhatTheLiveLinesCost(PaymentPlan plan) {
        for (int seed = 0; seed < WALKS; seed++) {
            var random = new Random(seed);
            var books = new Books();
            var order = placed(offerFromTwoHubs(), plan, null).order();
            for (int step = 0; step < STEPS; step++) {
                order = wander(order, books, random);
                assertThatItAddsUp(order, seed);
            }
            order = finish(order, books);
            assertThatItAddsUp(order, seed);
            if (order.status().isLast()) {
                assertThat(books.kept())
                        .as("seed %d: the provider's books", seed)
                        .isEqualTo(order.payment().captured() - order.payment().refunded());
                assertThat(order.outstanding().amount()).isZero();
            }
        }
    }

    @Test
    void everyOrderThatIsCancelledIsPaidBackWhateverTheNetworkLost() {
        for (int seed = 0; seed < WALKS; seed++) {
            var random = new Random(seed);
            var books = new Books();
            var order = placed(offerFromTwoHubs(), PaymentPlan.FULL, null).order();
            for (int step = 0; step < 6; step++) {
                order = settle(order, books, random);
            }
            order = order.requestCancel("customer", null, NOW).order();
            order = finish(order, books);

            assertThat(order.status().name()).as("seed %d", seed).isEqualTo("cancelled");
            assertThat(books.kept()).as("seed %d", seed).isZero();
        }
    }

    private static void assertThatItAddsUp(Order order, int seed) {
        var payment = order.payment();
        var live = order.status() instanceof OrderStatus.Cancelled
                ? 0
                : order.total().amount();
        assertThat(payment.captured() - payment.refunded() + order.outstanding().amount())
                .as("seed %d", seed)
                .isEqualTo(live);
        assertThat(order.outstanding().amount()).as("seed %d", seed).isBetween(0L, live);
    }

    private static Order wander(Order order, Books books, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> order.requestCancel("customer", null, NOW).order();
            case 1 -> order.dispatch("shp_1", NOW).order();
            case 2 -> order.dispatch("shp_2", NOW).order();
            case 3 ->
                order.deliver("shp_" + (1 + random.nextInt(2)), "door", NOW).order();
            case 4 -> order.payByAnotherCard("tok_visa", NOW).order();
            case 5 -> order.payBalance("tok_visa", NOW).order();
            case 6 -> order.paymentSeen(anythingTold(books, random), NOW).order();
            default -> settle(order, books, random);
        };
    }

    /** A callback, perhaps a very old one. */
    private static Intent anythingTold(Books books, Random random) {
        return books.told.isEmpty() ? books.open(1) : books.told.get(random.nextInt(books.told.size()));
    }

    private static Order finish(Order order, Books books) {
        var current = order;
        for (int i = 0; i < 20; i++) {
            current = settle(current, books, new Random(1) {
                @Override
                public int nextInt(int bound) {
                    return bound - 1; // the answer arrives, the card pays
                }
            });
        }
        return current;
    }

    /** Takes the next step at the provider; two answers of ten are lost on the way. */
    private static Order settle(Order order, Books books, Random random) {
        var done = act(order, books, random);
        return random.nextInt(10) < 2 ? order : done;
    }

    private static Order act(Order order, Books books, Random random) {
        return switch (PaymentStep.of(order, NOW)) {
            case Nothing() -> order;
            case GiveUp() -> order.requestCancel("payment_failed", null, NOW).order();
            case Open(var charge) ->
                order.opened(charge.number(), books.open(charge.amount()).id()).order();
            case Decide(var charge, var id) -> see(order, decide(order, charge, books.of(id), books, random));
            case Capture(var charge, var id, var amount) ->
                see(
                        order,
                        once(
                                books,
                                id,
                                it -> it.captured() == charge.captured()
                                        ? books.at(id, charge, Status.AUTHORISED, it.captured() + amount, 0)
                                        : it));
            case Refund(var charge, var id, var amount) ->
                see(
                        order,
                        once(
                                books,
                                id,
                                it -> it.refunded() == charge.refunded()
                                        ? books.at(id, charge, it.status(), it.captured(), it.refunded() + amount)
                                        : it));
            case Release(var charge, var id) ->
                see(order, once(books, id, it -> books.at(id, charge, Status.VOIDED, it.captured(), it.refunded())));
        };
    }

    private static Intent decide(Order order, Charge charge, Intent known, Books books, Random random) {
        if (known.status() != Status.REQUIRES_CONFIRMATION) {
            return known;
        }
        if (order.status() instanceof OrderStatus.CancelPending) {
            return books.at(known.id(), charge, Status.VOIDED, 0, 0);
        }
        return random.nextInt(4) == 0
                ? books.at(known.id(), charge, Status.DECLINED, 0, 0)
                : books.at(known.id(), charge, Status.AUTHORISED, charge.captureAtOnce(), 0);
    }

    private static Intent once(Books books, String id, UnaryOperator<Intent> operation) {
        return operation.apply(books.of(id));
    }

    private static Order see(Order order, Intent intent) {
        return order.paymentSeen(intent, NOW).order();
    }

    @Test
    void anOrderThatNobodyPaysEndsByItselfOnceItsTimeIsOver() {
        var order = placed(offerFromTwoHubs(), PaymentPlan.FULL, null).order();

        assertThat(PaymentStep.of(order, AFTER_WINDOW)).isEqualTo(new GiveUp());
        assertThat(order.requestCancel("payment_failed", null, AFTER_WINDOW)
                        .order()
                        .status()
                        .isLast())
                .isTrue();
    }
}
