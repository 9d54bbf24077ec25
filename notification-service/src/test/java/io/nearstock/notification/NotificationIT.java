package io.nearstock.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.Ids;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import jakarta.mail.MessagingException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whoever should know is told once, however often that is heard of, and nothing is kept of what was said. */
@RunningService
class NotificationIT {

    private final TestEvents events;
    private final ProductNames names;
    private final Buyer buyer;

    NotificationIT(TestEvents events, MongoDatabase database, GreenMail mails, ProductNames names) {
        this.events = events;
        this.names = names;
        this.buyer = new Buyer(events, database, mails);
    }

    @Test
    @Consumes("order.confirmed")
    void confirmsAnOrderOnceHoweverOftenItIsDelivered() throws MessagingException {
        buyer.hears("order.confirmed", 2);
        buyer.hears("order.confirmed", 2);
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        buyer.hears("order.confirmed", 2);
        buyer.hears("order.cancelled", 3);
        buyer.awaitStatus("order_cancellation", buyer.order(), "sent");

        var mails = buyer.mailsAbout(buyer.order());
        assertThat(mails).hasSize(2);
        var confirmation = mails.getFirst();
        assertThat(confirmation.getSubject()).isEqualTo("Your order " + buyer.order() + " is confirmed");
        assertThat(confirmation.getMessageID()).isEqualTo("<" + buyer.order() + ".order_confirmation@nearstock>");
        assertThat(confirmation.getAllRecipients()[0]).hasToString("ada@example.com");
        assertThat(GreenMailUtil.getWholeMessage(confirmation))
                .contains("multipart/alternative", "text/plain", "text/html", "Auto-Submitted: auto-generated");
    }

    @Test
    @Consumes("order.cancelled")
    void tellsOfACancellation() throws MessagingException {
        buyer.hears("order.cancelled", 3);

        buyer.awaitStatus("order_cancellation", buyer.order(), "sent");
        var mail = buyer.mailsAbout(buyer.order()).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Your order " + buyer.order() + " is cancelled");
    }

    @Test
    @Consumes({"account.verification_requested", "account.password_reset_requested"})
    void answersRequestsOfAnAccountAtTheAddressInQuestion() throws MessagingException {
        var verification = Ids.next("vrf");
        var reset = Ids.next("rst");
        events.publish(
                "account.verification_requested",
                buyer.account(),
                1,
                Contracts.event("account.verification_requested").replace("vrf_1", verification));
        events.publish(
                "account.password_reset_requested",
                buyer.account(),
                2,
                Contracts.event("account.password_reset_requested").replace("rst_1", reset));

        buyer.awaitStatus("verification", verification, "sent");
        buyer.awaitStatus("password_reset", reset, "sent");
        assertThat(buyer.mailsAbout(verification)).hasSize(1);
        assertThat(buyer.mailsAbout(reset)).hasSize(1);
    }

    @Test
    @Consumes({"product.changed", "stock.back_in_stock", "wish.price_dropped"})
    void tellsOnceOfWhatIsBackAndOfAWishThatIsCheaper() throws MessagingException {
        var subscription = Ids.next("sub");
        var product = Ids.next("prd");
        events.publish("product.changed", product, 1, Contracts.event("product.changed"));
        await().atMost(Buyer.PATIENCE)
                .untilAsserted(() -> assertThat(names.of("85123A")).isPresent());
        var back = Contracts.event("stock.back_in_stock")
                .replace("sub_1", subscription)
                .replace("acc_1", buyer.account())
                .replace("KETTLE-17", "85123A");
        var dropped =
                Contracts.event("wish.price_dropped").replace("prd_1", product).replace("acc_1", buyer.account());
        for (int delivery = 0; delivery < 2; delivery++) {
            events.publish("stock.back_in_stock", subscription, 1, back);
            events.publish("wish.price_dropped", buyer.account() + "/" + product, 1, dropped);
        }
        var later = dropped.replace("10:00:00Z", "11:00:00Z");
        events.publish("wish.price_dropped", buyer.account() + "/" + product, 2, later);
        var drop = buyer.account() + "." + product + ".";

        buyer.awaitStatus("back_in_stock", subscription, "sent");
        buyer.awaitStatus("price_drop", drop + "1793527200000", "sent");
        buyer.awaitStatus("price_drop", drop + "1793530800000", "sent");
        assertThat(buyer.mailsAbout(subscription))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.getSubject()).isEqualTo("White hanging heart T-light holder is back in stock"));
        assertThat(buyer.mailsAbout(drop))
                .hasSize(2)
                .first()
                .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("KETTLE-17 costs less now"));
    }

    @Test
    @Consumes("order.shipment_supplied")
    void tellsOnceThatWhatAnOrderWaitedForHasCome() throws MessagingException {
        var shipment = Ids.next("shp");
        var supplied = buyer.example("order.shipment_supplied").replace("shp_1", shipment);
        events.publish("order.shipment_supplied", buyer.order(), 3, supplied);
        events.publish("order.shipment_supplied", buyer.order(), 3, supplied);
        buyer.hears("order.cancelled", 4);

        buyer.awaitStatus("goods_arrived", shipment, "sent");
        buyer.awaitStatus("order_cancellation", buyer.order(), "sent");
        assertThat(buyer.mailsAbout(shipment))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject())
                        .isEqualTo("What your order " + buyer.order() + " waited for is here"));
    }

    @Test
    void keepsNoAddressAndNoMail() {
        buyer.hears("order.confirmed", 2);

        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        assertThat(buyer.record("order_confirmation", buyer.order()).toJson())
                .contains(buyer.account())
                .doesNotContain("ada@example.com", "Ada", "Hello");
    }

    @Test
    void recordsThatAnErasedAccountGetsNoMail() {
        events.publish(
                "order.confirmed",
                buyer.order(),
                2,
                buyer.example("order.confirmed").replace(buyer.account(), "acc_erased"));

        buyer.awaitStatus("order_confirmation", buyer.order(), "undeliverable");
        assertThat(buyer.record("order_confirmation", buyer.order()).get("status", Document.class))
                .containsEntry("reason", "NO_CONTACT");
        assertThat(buyer.mailsAbout(buyer.order())).isEmpty();
    }
}
