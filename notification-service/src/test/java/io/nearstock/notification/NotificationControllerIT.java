package io.nearstock.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoDatabase;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may see which mails, and have them sent again. */
@RunningService
class NotificationControllerIT {

    private final MockMvcTester http;
    private final Buyer buyer;

    NotificationControllerIT(TestEvents events, MongoDatabase database, GreenMail mails, MockMvcTester http) {
        this.http = http;
        this.buyer = new Buyer(events, database, mails);
    }

    @Test
    void showsACustomerTheirOwnAndSupportEverybodys() {
        buyer.hears("order.confirmed", 2);
        buyer.hears("order.cancelled", 3);
        buyer.awaitStatus("order_cancellation", buyer.order(), "sent");
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");

        var own = list("?limit=1", TestTokens.bearer(buyer.account(), "customer"));
        assertThat(own).hasStatusOk().headers().containsHeader(HttpHeaders.LINK);
        assertThat(own).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(own).bodyJson().extractingPath("$.items[0].accountId").isEqualTo(buyer.account());
        assertThat(list("", TestTokens.bearer("acc_other", "customer")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(list("?limit=100", TestTokens.staff("support"))).bodyText().contains(buyer.order());
        assertThat(list("", TestTokens.bearer("acc_sup", "supplier"))).hasStatus(403);
        assertThat(list("?cursor=nonsense", TestTokens.staff("support"))).hasStatus(400);
        assertThat(http.get().uri("/api/notifications")).hasStatus(401);
    }

    @Test
    void pagesThroughAllOfThem() {
        buyer.hears("order.confirmed", 2);
        buyer.hears("order.cancelled", 3);
        buyer.awaitStatus("order_cancellation", buyer.order(), "sent");
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        var customer = TestTokens.bearer(buyer.account(), "customer");

        var first = list("?limit=1", customer);
        var cursor = JsonPath.<String>read(body(first), "$.nextCursor");
        var second = list("?limit=1&cursor=" + cursor, customer);

        assertThat(body(second)).contains("\"nextCursor\":null").contains(buyer.order());
        assertThat(JsonPath.<String>read(body(second), "$.items[0].id"))
                .isNotEqualTo(JsonPath.<String>read(body(first), "$.items[0].id"));
    }

    @Test
    void sendsAgainForSupportOncePerKey() throws MessagingException {
        buyer.hears("order.confirmed", 2);
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        var id = "ntf_order_confirmation_" + buyer.order();

        assertThat(resend(id, "k1", TestTokens.bearer(buyer.account(), "customer")))
                .hasStatus(403);
        assertThat(resend("ntf_unknown", "k2", TestTokens.staff("support"))).hasStatus(404);
        assertThat(resend(id, "k3", TestTokens.staff("support"))).hasStatus(202);
        assertThat(resend(id, "k3", TestTokens.staff("support")))
                .hasStatus(202)
                .headers()
                .hasValue("Idempotent-Replayed", "true");

        await().atMost(Buyer.PATIENCE)
                .untilAsserted(() -> assertThat(buyer.mailsAbout(buyer.order())).hasSize(2));
        assertThat(buyer.mailsAbout(buyer.order()).get(1).getMessageID())
                .isEqualTo("<" + buyer.order() + ".order_confirmation.1@nearstock>");
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
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
}
