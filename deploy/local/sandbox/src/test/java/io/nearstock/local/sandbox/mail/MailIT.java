package io.nearstock.local.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "nearstock.sandbox.mail.port=0")
@AutoConfigureMockMvc
@TestConstructor(autowireMode = AutowireMode.ALL)
class MailIT {

    @TempDir
    private static Path data;

    private final MockMvcTester http;
    private final MailServer server;
    private final MailSettings settings;

    MailIT(MockMvcTester http, MailServer server, MailSettings settings) {
        this.http = http;
        this.server = server;
        this.settings = settings;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("NEARSTOCK_DATA", data::toString);
    }

    @Test
    void showsAMailInBothItsForms() throws Exception {
        send("ada@example.com", "Your order has arrived");

        assertThat(http.get().uri("/mailbox/messages?to=ADA@example.com"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                    [{
                      "to": "ada@example.com",
                      "subject": "Your order has arrived",
                      "text": "It is größer than you think.",
                      "html": "<p>It is größer than you think.</p>",
                      "headers": {"list-unsubscribe": "<https://example.com/stop>"}
                    }]\
                    """);
    }

    @Test
    void keepsMailsOfDifferentPeopleApart() throws Exception {
        send("bob@example.com", "For Bob");

        assertThat(http.get().uri("/mailbox/messages?to=carol@example.com"))
                .bodyJson()
                .isStrictlyEqualTo("[]");
    }

    @Test
    void remembersItsMailsWhenItStartsAgain() throws Exception {
        send("dan@example.com", "For Dan");

        try (var reopened = new Mailbox(settings, new JsonMapper())) {
            assertThat(reopened.to("dan@example.com", 10))
                    .extracting(ReceivedMail::subject)
                    .containsExactly("For Dan");
        }
    }

    private void send(String to, String subject) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("shop@example.com");
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setHeader("List-Unsubscribe", "<https://example.com/stop>");
        message.setContent(bothForms());
        Transport.send(message);
    }

    private static MimeMultipart bothForms() throws Exception {
        var text = new MimeBodyPart();
        text.setText("It is größer than you think.", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>It is größer than you think.</p>", "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }
}
