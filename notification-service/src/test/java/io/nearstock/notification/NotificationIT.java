package io.nearstock.notification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.Ids;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestServers;
import io.nearstock.testkit.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestServers.class)
@DirtiesContext
class NotificationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GreenMail MAILS = started();
    private static final AccountStub ACCOUNTS = new AccountStub();

    private final TestEvents events;
    private final MongoDatabase database;
    private final ProductNames names;
    private final MockMvcTester http;
    private final String order = Ids.next("ord");
    private final String account = Ids.next("acc_1");

    @Autowired
    NotificationIT(TestEvents events, MongoDatabase database, ProductNames names, MockMvcTester http) {
        this.events = events;
        this.database = database;
        this.names = names;
        this.http = http;
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add(
                "nearstock.notification.smtp.url",
                () -> "smtp://localhost:" + MAILS.getSmtp().getPort());
        properties.add("spring.cloud.openfeign.client.config.account-service.url", ACCOUNTS::url);
    }

    @AfterAll
    static void stop() {
        MAILS.stop();
        ACCOUNTS.close();
    }

    @Test
    @Consumes("order.confirmed")
    void confirmsAnOrderOnceHoweverOftenItIsDelivered() throws MessagingException {
        publish("order.confirmed", 2);
        publish("order.confirmed", 2);
        awaitStatus("order_confirmation", order, "sent");
        publish("order.confirmed", 2);
        publish("order.cancelled", 3);
        awaitStatus("order_cancellation", order, "sent");

        var mails = mailsAbout(order);
        assertThat(mails).hasSize(2);
        var confirmation = mails.getFirst();
        assertThat(confirmation.getSubject()).isEqualTo("Your order " + order + " is confirmed");
        assertThat(confirmation.getMessageID()).isEqualTo("<" + order + ".order_confirmation@nearstock>");
        assertThat(confirmation.getAllRecipients()[0]).hasToString("ada@example.com");
        assertThat(GreenMailUtil.getWholeMessage(confirmation))
                .contains("multipart/alternative", "text/plain", "text/html", "Auto-Submitted: auto-generated");
    }

    @Test
    @Consumes("order.cancelled")
    void tellsOfACancellation() throws MessagingException {
        publish("order.cancelled", 3);

        awaitStatus("order_cancellation", order, "sent");
        var mail = mailsAbout(order).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Your order " + order + " is cancelled");
    }

    @Test
    @Consumes({"account.verification_requested", "account.password_reset_requested"})
    void answersRequestsOfAnAccountAtTheAddressInQuestion() throws MessagingException {
        var verification = Ids.next("vrf");
        var reset = Ids.next("rst");
        events.publish(
                "account.verification_requested",
                account,
                1,
                Contracts.event("account.verification_requested").replace("vrf_1", verification));
        events.publish(
                "account.password_reset_requested",
                account,
                2,
                Contracts.event("account.password_reset_requested").replace("rst_1", reset));

        awaitStatus("verification", verification, "sent");
        awaitStatus("password_reset", reset, "sent");
        assertThat(mailsAbout(verification)).hasSize(1);
        assertThat(mailsAbout(reset)).hasSize(1);
    }

    @Test
    @Consumes({"product.changed", "stock.back_in_stock", "wish.price_dropped"})
    void tellsOnceOfWhatIsBackAndOfAWishThatIsCheaper() throws MessagingException {
        var subscription = Ids.next("sub");
        var product = Ids.next("prd");
        events.publish("product.changed", product, 1, Contracts.event("product.changed"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names.of("85123A")).isPresent());
        var back = Contracts.event("stock.back_in_stock")
                .replace("sub_1", subscription)
                .replace("acc_1", account)
                .replace("KETTLE-17", "85123A");
        var dropped =
                Contracts.event("wish.price_dropped").replace("prd_1", product).replace("acc_1", account);
        for (int delivery = 0; delivery < 2; delivery++) {
            events.publish("stock.back_in_stock", subscription, 1, back);
            events.publish("wish.price_dropped", account + "/" + product, 1, dropped);
        }
        var later = dropped.replace("10:00:00Z", "11:00:00Z");
        events.publish("wish.price_dropped", account + "/" + product, 2, later);
        var drop = account + "." + product + ".";

        awaitStatus("back_in_stock", subscription, "sent");
        awaitStatus("price_drop", drop + "1793527200000", "sent");
        awaitStatus("price_drop", drop + "1793530800000", "sent");
        assertThat(mailsAbout(subscription))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.getSubject()).isEqualTo("White hanging heart T-light holder is back in stock"));
        assertThat(mailsAbout(drop))
                .hasSize(2)
                .first()
                .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("KETTLE-17 costs less now"));
    }

    @Test
    @Consumes("order.shipment_supplied")
    void tellsOnceThatWhatAnOrderWaitedForHasCome() throws MessagingException {
        var shipment = Ids.next("shp");
        var supplied = example("order.shipment_supplied").replace("shp_1", shipment);
        events.publish("order.shipment_supplied", order, 3, supplied);
        events.publish("order.shipment_supplied", order, 3, supplied);
        publish("order.cancelled", 4);

        awaitStatus("goods_arrived", shipment, "sent");
        awaitStatus("order_cancellation", order, "sent");
        assertThat(mailsAbout(shipment))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.getSubject()).isEqualTo("What your order " + order + " waited for is here"));
    }

    @Test
    void keepsNoAddressAndNoMail() {
        publish("order.confirmed", 2);

        awaitStatus("order_confirmation", order, "sent");
        assertThat(record("order_confirmation", order).toJson())
                .contains(account)
                .doesNotContain("ada@example.com", "Ada", "Hello");
    }

    @Test
    void recordsThatAnErasedAccountGetsNoMail() {
        events.publish("order.confirmed", order, 2, example("order.confirmed").replace(account, "acc_erased"));

        awaitStatus("order_confirmation", order, "undeliverable");
        assertThat(record("order_confirmation", order).get("status", Document.class))
                .containsEntry("reason", "NO_CONTACT");
        assertThat(mailsAbout(order)).isEmpty();
    }

    @Test
    void waitsForAMailServerThatIsAway() {
        MAILS.stop();
        publish("order.confirmed", 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(record("order_confirmation", order)
                                .get("status", Document.class)
                                .getInteger("attempts"))
                        .isPositive());

        MAILS.start();

        awaitStatus("order_confirmation", order, "sent");
        assertThat(mailsAbout(order)).hasSize(1);
    }

    @Test
    void waitsForAnAccountServiceThatFails() {
        ACCOUNTS.failures.set(2);

        publish("order.confirmed", 2);

        awaitStatus("order_confirmation", order, "sent");
        assertThat(ACCOUNTS.failures).hasValue(0);
        assertThat(mailsAbout(order)).hasSize(1);
    }

    @Test
    void sendsTheSameMailAgainAfterACrashBetweenSendingAndMarking() throws MessagingException {
        publish("order.confirmed", 2);
        awaitStatus("order_confirmation", order, "sent");

        database.getCollection("notifications")
                .updateOne(
                        eq("_id", "ntf_order_confirmation_" + order),
                        combine(
                                set("status", new Document("name", "pending").append("attempts", 0)),
                                set("nextActionAt", Instant.now().minusSeconds(1))));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsAbout(order)).hasSize(2));
        var mails = mailsAbout(order);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
    }

    @Test
    void showsACustomerTheirOwnAndSupportEverybodys() {
        publish("order.confirmed", 2);
        publish("order.cancelled", 3);
        awaitStatus("order_cancellation", order, "sent");
        awaitStatus("order_confirmation", order, "sent");

        var own = list("?limit=1", TestTokens.bearer(account, "customer"));
        assertThat(own).hasStatusOk().headers().containsHeader(HttpHeaders.LINK);
        assertThat(own).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(own).bodyJson().extractingPath("$.items[0].accountId").isEqualTo(account);
        assertThat(list("", TestTokens.bearer("acc_other", "customer")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(list("?limit=100", TestTokens.staff("support"))).bodyText().contains(order);
        assertThat(list("", TestTokens.bearer("acc_sup", "supplier"))).hasStatus(403);
        assertThat(list("?cursor=nonsense", TestTokens.staff("support"))).hasStatus(400);
        assertThat(http.get().uri("/api/notifications")).hasStatus(401);
    }

    @Test
    void pagesThroughAllOfThem() {
        publish("order.confirmed", 2);
        publish("order.cancelled", 3);
        awaitStatus("order_cancellation", order, "sent");
        awaitStatus("order_confirmation", order, "sent");
        var customer = TestTokens.bearer(account, "customer");

        var first = list("?limit=1", customer);
        var cursor = JsonPath.<String>read(body(first), "$.nextCursor");
        var second = list("?limit=1&cursor=" + cursor, customer);

        assertThat(body(second)).contains("\"nextCursor\":null").contains(order);
        assertThat(JsonPath.<String>read(body(second), "$.items[0].id"))
                .isNotEqualTo(JsonPath.<String>read(body(first), "$.items[0].id"));
    }

    @Test
    void sendsAgainForSupportOncePerKey() throws MessagingException {
        publish("order.confirmed", 2);
        awaitStatus("order_confirmation", order, "sent");
        var id = "ntf_order_confirmation_" + order;

        assertThat(resend(id, "k1", TestTokens.bearer(account, "customer"))).hasStatus(403);
        assertThat(resend("ntf_unknown", "k2", TestTokens.staff("support"))).hasStatus(404);
        assertThat(resend(id, "k3", TestTokens.staff("support"))).hasStatus(202);
        assertThat(resend(id, "k3", TestTokens.staff("support")))
                .hasStatus(202)
                .headers()
                .hasValue("Idempotent-Replayed", "true");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsAbout(order)).hasSize(2));
        assertThat(mailsAbout(order).get(1).getMessageID()).isEqualTo("<" + order + ".order_confirmation.1@nearstock>");
        awaitStatus("order_confirmation", order, "sent");
    }

    private void publish(String type, long sequence) {
        events.publish(type, order, sequence, example(type));
    }

    private String example(String type) {
        return Contracts.event(type).replace("ord_1", order).replace("acc_1", account);
    }

    private void awaitStatus(String kind, String subject, String status) {
        await().atMost(PATIENCE)
                .ignoreException(AssertionError.class)
                .untilAsserted(() -> assertThat(record(kind, subject)
                                .get("status", Document.class)
                                .getString("name"))
                        .isEqualTo(status));
    }

    private Document record(String kind, String subject) {
        var found = database.getCollection("notifications")
                .find(eq("_id", "ntf_" + kind + "_" + subject))
                .first();
        return found == null ? new Document("status", new Document("attempts", 0)) : found;
    }

    private static List<MimeMessage> mailsAbout(String subject) {
        return Arrays.stream(MAILS.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(subject))
                .toList();
    }

    private MvcTestResult list(String query, String authorization) {
        return http.get()
                .uri("/api/notifications" + query)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    private MvcTestResult resend(String id, String key, String authorization) {
        return http.post()
                .uri("/api/notifications/{id}/resend", id)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header("Idempotency-Key", key)
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static GreenMail started() {
        var mails = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        return mails;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
