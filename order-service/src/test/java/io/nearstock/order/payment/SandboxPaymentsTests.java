package io.nearstock.order.payment;

import static io.nearstock.order.OrderFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.nearstock.order.Intent;
import io.nearstock.order.Money;
import io.nearstock.order.PaymentProvider.Answer;
import io.nearstock.order.PaymentProvider.Answer.Known;
import io.nearstock.order.PaymentProvider.Answer.Refused;
import io.nearstock.order.PaymentProvider.Answer.Unknown;
import io.nearstock.order.StubServer;
import io.nearstock.order.StubServer.Question;
import io.nearstock.testkit.Contracts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SandboxPaymentsTests {

    private static final StubServer.Answer INTENT =
            new StubServer.Answer(200, Contracts.call("payment-intent.response"));
    private static final Intent CAPTURED =
            new Intent("pi_1", "ord_1", Intent.Status.AUTHORISED, 5348, 5348, 1070, 0, null, null);

    private final JsonMapper json = new JsonMapper();
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private volatile StubServer.Answer answer = INTENT;
    private final SandboxPayments payments = payments(StubServer.start(this::answer));

    @Test
    void opensAnIntentAsTheContractSays() {
        assertThat(payments.open("ord_1.1.open", "ord_1", pence(5348))).isEqualTo(new Known(CAPTURED));

        assertAsked("POST", "/payments/intents", "ord_1.1.open", Contracts.call("payment-open.request"));
    }

    @Test
    void takesAnIntentInAnotherCurrencyForNone() {
        assertThat(payments.open("ord_1.1.open", "ord_1", new Money(5348, "EUR")))
                .isEqualTo(new Unknown());
    }

    @Test
    void confirmsAsTheContractSays() {
        payments.confirm("ord_1.1.confirm", "pi_1", "tok_visa", 1070);

        assertAsked(
                "POST", "/payments/intents/pi_1/confirm", "ord_1.1.confirm", Contracts.call("payment-confirm.request"));
    }

    @Test
    void capturesRefundsAndReleasesAsTheContractSays() {
        payments.capture("k1", "pi_1", 4278);
        assertAsked("POST", "/payments/intents/pi_1/capture", "k1", Contracts.call("payment-amount.request"));
        payments.refund("k2", "pi_1", 4278);
        assertAsked("POST", "/payments/intents/pi_1/refund", "k2", Contracts.call("payment-amount.request"));
        payments.release("k3", "pi_1");
        assertAsked("POST", "/payments/intents/pi_1/void", "k3", "{}");
    }

    @Test
    void asksForAnIntentByItsId() {
        assertThat(payments.find("pi_1")).isEqualTo(new Known(CAPTURED));
        assertThat(asked.getLast().path()).isEqualTo("/payments/intents/pi_1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 409, 422})
    void takesARefusalForAnAnswer(int status) {
        answer = new StubServer.Answer(status, "{\"code\": \"intent_voided\", \"title\": \"Conflict\"}");

        assertThat(payments.find("pi_1")).isEqualTo(new Refused("intent_voided"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 404, 429, 500, 503})
    void concludesNothingFromAnythingElse(int status) {
        answer = new StubServer.Answer(status, "");

        assertThat(payments.find("pi_1")).isEqualTo(new Unknown());
    }

    @Test
    void concludesNothingFromAnAnswerThatItCannotRead() {
        answer = new StubServer.Answer(200, "{");

        assertThat(payments.find("pi_1")).isEqualTo(new Unknown());
    }

    @Test
    void concludesNothingFromAStatusThatIsNewToIt() {
        answer = new StubServer.Answer(200, INTENT.body().replace("\"authorised\",", "\"brand_new\","));

        assertThat(payments.find("pi_1"))
                .isInstanceOfSatisfying(
                        Known.class,
                        known -> assertThat(known.intent().status()).isEqualTo(Intent.Status.PROCESSING));
    }

    @Test
    void sendsNothingTwiceByItself() {
        answer = StubServer.Answer.LOST;

        Answer lost = payments.confirm("ord_1.1.confirm", "pi_1", "tok_visa", 1070);

        assertThat(lost).isEqualTo(new Unknown());
        assertThat(asked).hasSize(1);
    }

    private StubServer.Answer answer(Question question) {
        asked.add(question);
        return answer;
    }

    private void assertAsked(String method, String path, String key, String body) {
        var last = asked.getLast();
        assertThat(List.of(last.method(), last.path(), last.key())).containsExactly(method, path, key);
        assertThat(json.readTree(last.body())).isEqualTo(json.readTree(body));
    }

    private static SandboxPayments payments(String url) {
        var http = new ProviderHttp();
        var patience = Duration.ofSeconds(20);
        var settings =
                new PaymentSettings(URI.create(url + "/payments"), "secret", patience, patience, Duration.ofMinutes(5));
        var client = http.paymentHttp(settings, http.paymentConnections(settings), ObservationRegistry.NOOP);
        return new SandboxPayments(client, CircuitBreakerRegistry.ofDefaults());
    }
}
