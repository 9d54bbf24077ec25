package io.nearstock.notification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.mongodb.client.MongoDatabase;
import io.nearstock.testkit.TestEvents;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A mail waits for whoever is away, and a crash sends it again rather than not at all. */
@RunningService
class TroubledMailIT {

    private final MongoDatabase database;
    private final GreenMail mails;
    private final AccountStub accounts;
    private final Buyer buyer;

    TroubledMailIT(TestEvents events, MongoDatabase database, GreenMail mails, AccountStub accounts) {
        this.database = database;
        this.mails = mails;
        this.accounts = accounts;
        this.buyer = new Buyer(events, database, mails);
    }

    @Test
    void waitsForAMailServerThatIsAway() {
        mails.stop();
        buyer.hears("order.confirmed", 2);
        await().atMost(Buyer.PATIENCE)
                .untilAsserted(() -> assertThat(buyer.record("order_confirmation", buyer.order())
                                .get("status", Document.class)
                                .getInteger("attempts"))
                        .isPositive());

        mails.start();

        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        assertThat(buyer.mailsAbout(buyer.order())).hasSize(1);
    }

    @Test
    void waitsForAnAccountServiceThatFails() {
        accounts.failures.set(2);

        buyer.hears("order.confirmed", 2);

        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");
        assertThat(accounts.failures).hasValue(0);
        assertThat(buyer.mailsAbout(buyer.order())).hasSize(1);
    }

    @Test
    void sendsTheSameMailAgainAfterACrashBetweenSendingAndMarking() throws MessagingException {
        buyer.hears("order.confirmed", 2);
        buyer.awaitStatus("order_confirmation", buyer.order(), "sent");

        database.getCollection("notifications")
                .updateOne(
                        eq("_id", "ntf_order_confirmation_" + buyer.order()),
                        combine(
                                set("status", new Document("name", "pending").append("attempts", 0)),
                                set("nextActionAt", Instant.now().minusSeconds(1))));

        await().atMost(Buyer.PATIENCE)
                .untilAsserted(() -> assertThat(buyer.mailsAbout(buyer.order())).hasSize(2));
        var mails = buyer.mailsAbout(buyer.order());
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
    }
}
