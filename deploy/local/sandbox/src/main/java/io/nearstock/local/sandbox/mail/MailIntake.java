package io.nearstock.local.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files a mail before the SMTP client hears that it was accepted. */
@Component
final class MailIntake implements MessageDeliveryHandler {

    private final Mailbox mailbox;
    private final Clock clock;

    MailIntake(Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            mailbox.add(received(message.getMessage(), recipient.getEmail()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nobody(recipient.getEmail());
    }

    private ReceivedMail received(MimeMessage message, String to) throws MessagingException, IOException {
        var body = MailBody.of(message);
        return new ReceivedMail(
                "mail_" + UUID.randomUUID(),
                message.getMessageID(),
                message.getHeader("From", null),
                to,
                message.getSubject(),
                body.text(),
                body.html(),
                clock.instant(),
                headers(message));
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new TreeMap<String, String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }
}
