package io.nearstock.order.cancellation;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.MOVER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import io.nearstock.testkit.TestEvents;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OrderServiceTest
class CancelControllerTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubProvider provider;
    private final TestEvents events;

    CancelControllerTests(Shopper shopper, Calm calm, StubProvider provider, TestEvents events) {
        this.shopper = shopper;
        this.calm = calm;
        this.provider = provider;
        this.events = events;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void givesTheDepositBackAndReleasesTheRest() {
        var order = shopper.confirmedOrder("full");

        var answer = cancel(CUSTOMER, order);

        assertThat(answer).hasStatus(200).bodyJson().isLenientlyEqualTo("""
            {"status": "cancelled", "cancellation": {"reason": "customer", "note": "changed my mind"},
             "payment": {"status": "refunded", "captured": {"amount": 1000}, "refunded": {"amount": 1000},
                         "outstanding": {"amount": 0}}}\
            """);
        assertThat(provider.kept(order)).isZero();
        assertThat(provider.authorised(order)).isZero();
    }

    @Test
    void tellsOthersWhyWithoutWhatAPersonWrote() {
        var order = shopper.confirmedOrder("full");
        cancel(CUSTOMER, order);

        var told = events.await("order.cancelled", order).payload();

        assertThat(told)
                .contains("\"reason\":\"customer\"", "\"confirmedBefore\":true")
                .doesNotContain("changed my mind");
    }

    @Test
    void isHarmlessTheSecondTime() {
        var order = shopper.confirmedOrder("full");
        cancel(CUSTOMER, order);

        assertThat(cancel(CUSTOMER, order)).hasStatus(200);
        assertThat(provider.operations(order)).hasSize(4);
    }

    @Test
    void waitsUntilItIsKnownWhatThereIsToGiveBack() {
        provider.failAlways("confirm", Fault.ANSWER_LOST);
        provider.failAlways("find", Fault.AWAY);
        var order = shopper.orderId(shopper.order("tok_visa", "full"));

        assertThat(cancel(CUSTOMER, order))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("cancel_pending");
        provider.recover();

        shopper.await(order, "cancelled");
        assertThat(provider.kept(order)).isZero();
        assertThat(provider.authorised(order)).isZero();
    }

    @Test
    void comesTooLateOnceAShipmentHasLeft() {
        var order = shopper.confirmedOrder("full");
        dispatch(order);

        assertProblem(cancel(CUSTOMER, order), 409, "already_dispatched");
        assertThat(provider.kept(order)).isEqualTo(5000);
    }

    @Test
    void isForItsCustomerAndForStaff() {
        var order = shopper.confirmedOrder("full");

        assertProblem(cancel(SOMEBODY_ELSE, order), 404, "not_found");
        assertProblem(cancel(MOVER, order), 403, "forbidden");
        assertThat(cancel(STAFF, order))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.cancellation.reason")
                .isEqualTo("staff");
    }

    @Test
    void winsOrLosesAgainstTheDispatchButNeverBoth() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            var order = shopper.confirmedOrder("full");
            List<Callable<MvcTestResult>> rivals = List.of(() -> cancel(CUSTOMER, order), () -> dispatch(order));
            try (var threads = Executors.newFixedThreadPool(2)) {
                assertThat(threads.invokeAll(rivals))
                        .extracting(Future::resultNow)
                        .extracting(answer -> answer.getResponse().getStatus())
                        .containsExactlyInAnyOrder(200, 409);
            }
            var won = shopper.statusOf(order);
            assertThat(provider.kept(order)).isEqualTo(won.equals("cancelled") ? 0 : 5000);
        }
    }

    private MvcTestResult cancel(String who, String order) {
        return shopper.post(who, "/api/orders/" + order + "/cancel", "{\"reason\": \"changed my mind\"}");
    }

    private MvcTestResult dispatch(String order) {
        return shopper.post(MOVER, "/api/shipments/" + shopper.firstShipment(order) + "/dispatch", "");
    }
}
