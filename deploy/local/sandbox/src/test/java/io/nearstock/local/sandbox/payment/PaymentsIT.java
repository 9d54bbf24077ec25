package io.nearstock.local.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "nearstock.sandbox.mail.port=0",
            "nearstock.sandbox.payment.webhook-secret=secret",
            "nearstock.sandbox.payment.slowness=300ms",
            "nearstock.sandbox.payment.settlement=100ms",
            "nearstock.sandbox.payment.callback-delays=50ms,50ms,50ms"
        })
class PaymentsIT {

    private static final Merchant MERCHANT = new Merchant();
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    private final String reference = "ord_" + UUID.randomUUID();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("NEARSTOCK_DATA", data::toString);
        properties.add("nearstock.sandbox.payment.callback-url", MERCHANT::address);
    }

    @BeforeAll
    static void open() {
        MERCHANT.open();
    }

    @AfterAll
    static void close() {
        MERCHANT.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
        token,                  status,          captured, declineCode
        tok_visa,               authorised,      200,      none
        tok_declined,           declined,        0,        card_declined
        tok_insufficient_funds, declined,        0,        insufficient_funds
        tok_slow,               authorised,      200,      none
        tok_duplicate_callback, authorised,      200,      none
        tok_requires_action,    requires_action, 0,        none
        tok_processing,         processing,      0,        none
        """)
    void everyTokenKeepsItsPromise(String token, String status, long captured, @Nullable String declineCode)
            throws Exception {
        var client = client();

        var answer = client.confirm(client.open(reference), "k", token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo(status);
        assertThat(answer.number("captured")).isEqualTo(captured);
        assertThat(answer.optional("declineCode")).isEqualTo(Optional.ofNullable(declineCode));
    }

    @Test
    void understandsAndSaysWhatTheContractsSay() throws Exception {
        var client = client();
        var open = contract("payment-open.request").replace("ord_1", reference);
        var intent =
                client.post("/intents", Map.of("Idempotency-Key", "open"), open).text("id");
        var confirm = contract("payment-confirm.request").replace("tok_visa", "tok_duplicate_callback");

        var confirmed = client.post("/intents/" + intent + "/confirm", Map.of("Idempotency-Key", "k1"), confirm);

        assertThat(confirmed.body()).isEqualTo(expected("payment-intent.response", intent));
        await().atMost(20, SECONDS).until(() -> MERCHANT.told(intent) > 0);
        var callback = expected("payment-callback.request", intent);
        var told = JSON.readTree(MERCHANT.bodies(intent).getFirst());
        assertThat(told.propertyNames()).containsExactlyInAnyOrderElementsOf(callback.propertyNames());
        assertThat(told.path("intent")).isEqualTo(callback.path("intent"));
        var captured = client.post(
                "/intents/" + intent + "/capture", Map.of("Idempotency-Key", "k2"), contract("payment-amount.request"));
        assertThat(captured.number("captured")).isEqualTo(5348);
    }

    private JsonNode expected(String contract, String intent) throws IOException {
        return JSON.readTree(contract(contract).replace("ord_1", reference).replace("pi_1", intent));
    }

    private static String contract(String name) throws IOException {
        return new ClassPathResource("contracts/calls/" + name + ".json").getContentAsString(UTF_8);
    }

    @Test
    void dropsTheConnectionAfterItHasCharged() throws Exception {
        var client = client();
        var intent = client.open(reference);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.confirm(intent, "k", "tok_timeout"));

        assertThat(client.ledger(reference)).containsExactly("authorise 1000", "capture 200");
        assertThat(client.confirm(intent, "k", "tok_timeout").text("status")).isEqualTo("authorised");
        assertThat(client.ledger(reference)).hasSize(2);
        await().atMost(20, SECONDS).until(() -> MERCHANT.told(intent) == 1);
    }

    @Test
    void tellsADuplicateThreeTimesWithOneId() throws Exception {
        var client = client();
        var intent = client.open(reference);
        client.confirm(intent, "k", "tok_duplicate_callback");

        await().atMost(20, SECONDS).until(() -> MERCHANT.told(intent) == 3);
        assertThat(MERCHANT.ids(intent)).hasSize(1);
        assertThat(MERCHANT.allSignedWith("secret")).isTrue();
    }

    @Test
    void tellsAgainWhatWasNotUnderstood() throws Exception {
        var client = client();
        MERCHANT.refuse(2);
        var intent = client.open(reference);
        client.confirm(intent, "k", "tok_requires_action");
        client.approve(intent);

        await().atMost(20, SECONDS).until(() -> MERCHANT.told(intent) == 3);
    }

    @Test
    void settlesAfterAWhileWhatIsProcessing() throws Exception {
        var client = client();
        var intent = client.open(reference);
        client.confirm(intent, "k", "tok_processing");

        await().atMost(20, SECONDS)
                .until(() -> client.get(intent).text("status").equals("authorised"));
        assertThat(client.ledger(reference)).containsExactly("authorise 1000", "capture 200");
    }

    @Test
    void movesMoneyBothWays() throws Exception {
        var client = client();
        var intent = client.open(reference);
        client.confirm(intent, "a", "tok_visa");
        client.move(intent, "capture", "b", 300);
        client.move(intent, "refund", "c", 100);
        client.release(intent, "d");

        assertThat(client.ledger(reference))
                .containsExactly("authorise 1000", "capture 200", "capture 300", "refund 100", "void 500");
        assertThat(client.wholeLedger()).containsAll(client.ledger(reference));
        assertThat(client.intents(reference)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"reference\": \"ord_1\"}",
                "{\"reference\": \"ord_1\", \"amount\": -1, \"currency\": \"GBP\"}",
                "{\"reference\": \"ord_1\", \"amount\": 10.5, \"currency\": \"GBP\"}",
                "{\"reference\": \"ord_1\", \"amount\": 10, \"currency\": \"pounds\"}",
                "{\"reference\": \"ord_1\", \"amount\": 10, \"currency\": \"GBP\", \"tip\": 1}"
            })
    void refusesWhatItDoesNotUnderstand(String body) throws Exception {
        var answer = client().post("/intents", Map.of("Idempotency-Key", "k"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_request");
    }

    @Test
    void insistsOnAKey() throws Exception {
        var answer =
                client().post("/intents", Map.of(), "{\"reference\": \"o\", \"amount\": 1, \"currency\": \"GBP\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("idempotency_key_required");
    }

    @Test
    void saysWhyItRefuses() throws Exception {
        var client = client();
        var intent = client.open(reference);

        assertThat(client.confirm(intent, "k", "tok_unheard_of").text("code")).isEqualTo("unknown_token");
        assertThat(client.move(intent, "capture", "c", 1).text("code")).isEqualTo("intent_requires_confirmation");
        assertThat(client.move(intent, "refund", "r", 1).text("code")).isEqualTo("amount_too_large");
        assertThat(client.get("pi_none").status()).isEqualTo(404);
    }

    private PaymentClient client() {
        return new PaymentClient("http://localhost:" + port + "/payments");
    }
}
