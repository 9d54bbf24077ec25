package io.nearstock.notification.delivery;

import static jakarta.mail.Message.RecipientType.TO;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The mail server, and mails as it takes them. */
@Component
class SmtpServer {

    private final SmtpSettings settings;
    private final MailSettings mails;
    private final Clock clock;
    private final Session session;

    SmtpServer(SmtpSettings settings, MailSettings mails, Clock clock) {
        this.settings = settings;
        this.mails = mails;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    SmtpConnection connection() {
        return new SmtpConnection(this, settings.idle());
    }

    Transport connect() throws MessagingException {
        var transport = session.getTransport("smtp");
        var user = settings.url().getUserInfo();
        if (user == null) {
            transport.connect();
        } else {
            var colon = user.indexOf(':');
            transport.connect(user.substring(0, colon), user.substring(colon + 1));
        }
        return transport;
    }

    MimeMessage message(Mail mail) throws MessagingException {
        var message = new Identified(session, mail.messageId());
        message.setFrom(sender());
        message.setRecipient(TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(mails.sender(), mails.senderName(), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    private static Properties properties(SmtpSettings settings) {
        var url = settings.url();
        var encrypted = "smtps".equals(url.getScheme());
        var properties = new Properties();
        properties.put("mail.smtp.host", url.getHost());
        properties.put("mail.smtp.port", Integer.toString(url.getPort() < 0 ? (encrypted ? 465 : 25) : url.getPort()));
        properties.put("mail.smtp.auth", Boolean.toString(url.getUserInfo() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(encrypted));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.requireTls() && !encrypted));
        properties.put(
                "mail.smtp.connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(settings.timeout().toMillis()));
        properties.put(
                "mail.smtp.writetimeout", Long.toString(settings.timeout().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Keeps its Message-ID, where the library would make a new one for each attempt. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
