package io.nearstock.order.payment;

import static io.nearstock.order.Shopper.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OrderServiceTest
class CallbackControllerTests {

    private static final byte[] SECRET = "nearstock-order-service-tests".getBytes(UTF_8);

    private final MockMvcTester http;
    private final Shopper shopper;
    private final Calm calm;
    private final StubProvider provider;
    private final TestEvents events;

    CallbackControllerTests(MockMvcTester http, Shopper shopper, Calm calm, StubProvider provider, TestEvents events) {
        this.http = http;
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
    void confirmsTheOrderWhoseAnswerGotLostOnceHoweverOftenItIsTold() {
        provider.failAlways("confirm", Fault.ANSWER_LOST);
        provider.failAlways("find", Fault.AWAY);
        var order = shopper.orderId(shopper.order("tok_visa", "full"));
        assertThat(shopper.statusOf(order)).isEqualTo("placed");

        for (int time = 0; time < 3; time++) {
            assertThat(call(provider.callbacks(order).getFirst())).hasStatus(204);
        }

        assertThat(shopper.statusOf(order)).isEqualTo("confirmed");
        assertThat(provider.kept(order)).isEqualTo(1000);
        events.await("order.confirmed", order);
        assertThat(events.published("orders"))
                .filteredOn(event -> event.key().equals(order))
                .hasSize(2);
    }

    @Test
    void confirmsTheOrderWhoseCustomerHasProvedToBeTheCustomer() {
        var order = shopper.orderId(shopper.order("tok_requires_action", "full"));
        provider.failAlways("find", Fault.AWAY);
        provider.approve(order);

        assertThat(call(provider.callbacks(order).getFirst())).hasStatus(204);

        assertThat(shopper.statusOf(order)).isEqualTo("confirmed");
    }

    @Test
    void believesNoOldNews() {
        var order = shopper.orderId(shopper.order("tok_requires_action", "full"));
        var old = provider.callbacks(order).getFirst();
        provider.approve(order);
        call(provider.callbacks(order).getFirst());

        assertThat(call(old)).hasStatus(204);

        assertThat(shopper.statusOf(order)).isEqualTo("confirmed");
    }

    /** The contract's order is none of this test's: what matters is that it can be read and does no harm. */
    @Test
    void takesACallbackOfAnOrderThatItDoesNotKnow() {
        assertThat(call(Contracts.call("payment-callback.request"))).hasStatus(204);
    }

    @Test
    void believesNobodyWithoutTheSecret() {
        var body = Contracts.call("payment-callback.request");
        var now = Instant.now().getEpochSecond();

        assertProblem(call(body, now, "v1,bm90aGluZw=="), 401, "invalid_signature");
        assertProblem(call(body + " ", now, sign(body, now)), 401, "invalid_signature");
    }

    @Test
    void believesNoRecordingOfAnEarlierCallback() {
        var body = Contracts.call("payment-callback.request");
        var then = Instant.now().minus(Duration.ofMinutes(6)).getEpochSecond();

        assertProblem(call(body, then, sign(body, then)), 401, "invalid_signature");
    }

    @Test
    void takesOneGoodSignatureOfSeveral() {
        var body = Contracts.call("payment-callback.request");
        var now = Instant.now().getEpochSecond();

        assertThat(call(body, now, "v1,bm90aGluZw== " + sign(body, now))).hasStatus(204);
    }

    private MvcTestResult call(String body) {
        var now = Instant.now().getEpochSecond();
        return call(body, now, sign(body, now));
    }

    private MvcTestResult call(String body, long timestamp, String signature) {
        return http.post()
                .uri("/api/payment-callbacks/sandbox")
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String sign(String body, long timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            var signature = mac.doFinal(("msg_1." + timestamp + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
