package io.nearstock.notification;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.Ids;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** Somebody new with an order, and the mails about it. */
final class Buyer {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestEvents events;
    private final MongoDatabase database;
    private final GreenMail mails;
    private final String order = Ids.next("ord");
    private final String account = Ids.next("acc_1");

    Buyer(TestEvents events, MongoDatabase database, GreenMail mails) {
        this.events = events;
        this.database = database;
        this.mails = mails;
    }

    String order() {
        return order;
    }

    String account() {
        return account;
    }

    void hears(String type, long sequence) {
        events.publish(type, order, sequence, example(type));
    }

    String example(String type) {
        return Contracts.event(type).replace("ord_1", order).replace("acc_1", account);
    }

    void awaitStatus(String kind, String subject, String status) {
        await().atMost(PATIENCE)
                .ignoreException(AssertionError.class)
                .untilAsserted(() -> assertThat(record(kind, subject)
                                .get("status", Document.class)
                                .getString("name"))
                        .isEqualTo(status));
    }

    /** What is kept of a mail. */
    Document record(String kind, String subject) {
        var found = database.getCollection("notifications")
                .find(eq("_id", "ntf_" + kind + "_" + subject))
                .first();
        return found == null ? new Document("status", new Document("attempts", 0)) : found;
    }

    List<MimeMessage> mailsAbout(String subject) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(subject))
                .toList();
    }
}
