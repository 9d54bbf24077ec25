package io.nearstock.notification.delivery;

import io.nearstock.notification.delivery.Handover.Accepted;
import io.nearstock.notification.delivery.Handover.NotNow;
import io.nearstock.notification.delivery.Handover.Refused;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One sender's own connection to the mail server: opened when there is a mail, kept while there are more. What a server
 * answers is never passed on as text, because it quotes addresses.
 */
final class SmtpConnection {

    /** How long a connection that has just taken a mail is believed to live: to ask is one more round trip. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    private final SmtpServer server;
    private final Duration idle;
    private @Nullable Transport transport;
    private long usedAt;
    private boolean trusted;

    SmtpConnection(SmtpServer server, Duration idle) {
        this.server = server;
        this.idle = idle;
    }

    Handover send(Mail mail) {
        try {
            var message = server.message(mail);
            var recipients = message.getAllRecipients();
            var open = open();
            trusted = false;
            open.sendMessage(message, recipients);
            trusted = true;
            usedAt = System.nanoTime();
            return new Accepted();
        } catch (AddressException _) {
            return new Refused(553);
        } catch (MessagingException failure) {
            return answerOf(failure);
        }
    }

    /** Closes what nobody has used for a while, before the server does. */
    void closeIfIdle() {
        if (transport != null && isUnusedFor(idle)) {
            close();
        }
    }

    void close() {
        var closing = transport;
        transport = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (MessagingException _) {
                // it was broken, and is gone now all the same
            }
        }
    }

    private Transport open() throws MessagingException {
        var open = transport;
        if (open == null || !isAlive(open)) {
            close();
            open = server.connect();
            transport = open;
        }
        return open;
    }

    private boolean isAlive(Transport open) {
        return (trusted && !isUnusedFor(TRUST)) || open.isConnected();
    }

    private boolean isUnusedFor(Duration time) {
        return System.nanoTime() - usedAt > time.toNanos();
    }

    private Handover answerOf(MessagingException failure) {
        var code = code(failure);
        if (code.isEmpty()) {
            close();
            return new NotNow(failure.getClass().getSimpleName());
        }
        return code.get() >= 500 ? new Refused(code.get()) : new NotNow("code " + code.get());
    }

    /** What the server said about the recipient, else about the sender or the mail. */
    private static Optional<Integer> code(MessagingException failure) {
        return Stream.<@Nullable Exception>iterate(
                        failure,
                        each -> each != null,
                        each -> each instanceof MessagingException more ? more.getNextException() : null)
                .flatMap(each -> switch (each) {
                    case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
                    case SMTPSenderFailedException sender -> Stream.of(sender.getReturnCode());
                    case SMTPSendFailedException mail -> Stream.of(mail.getReturnCode());
                    case null, default -> Stream.empty();
                })
                .reduce((_, last) -> last);
    }
}
