package io.nearstock.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.notification.delivery.Handover.Accepted;
import io.nearstock.notification.delivery.Handover.NotNow;
import io.nearstock.notification.delivery.Handover.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpConnectionTests {

    private static final Mail MAIL = new Mail("<ord_1.x@nearstock>", "ada@example.com", "Hello", "<p>Hi</p>", "Hi");

    @Test
    void keepsItsConnectionForTheNextMail() throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            var connection = connection(server.url());

            assertThat(connection.send(MAIL)).isEqualTo(new Accepted());
            assertThat(connection.send(MAIL)).isEqualTo(new Accepted());

            assertThat(server.connections).hasValue(1);
            connection.close();
            assertThat(connection.send(MAIL)).isEqualTo(new Accepted());
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void asksTheServerNothingButToTakeTheMails() throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            var connection = connection(server.url());

            connection.send(MAIL);
            connection.send(MAIL);

            assertThat(server.commands).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void looksAfterARefusalWhetherTheServerIsStillThere() throws IOException {
        try (var server = new ScriptedMailServer(Map.of(".", "421 closing"))) {
            var connection = connection(server.url());

            connection.send(MAIL);

            assertThat(connection.send(MAIL)).isEqualTo(new NotNow("code 421"));
            assertThat(server.commands).contains("NOOP");
        }
    }

    @Test
    void takesA5xxForGood() throws IOException {
        assertThat(answerTo(Map.of("RCPT", "550 <ada@example.com> unknown"))).isEqualTo(new Refused(550));
        assertThat(answerTo(Map.of(".", "554 looks like spam"))).isEqualTo(new Refused(554));
    }

    @Test
    void takesA4xxForNowAndKeepsTheAddressToItself() throws IOException {
        assertThat(answerTo(Map.of("RCPT", "450 <ada@example.com> busy"))).isEqualTo(new NotNow("code 450"));
        assertThat(answerTo(Map.of(".", "451 later"))).isEqualTo(new NotNow("code 451"));
    }

    @Test
    void refusesWhatIsNoAddress() throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            var nowhere = new Mail("<ord_1.x@nearstock>", "not an address", "Hello", "<p>Hi</p>", "Hi");

            assertThat(connection(server.url()).send(nowhere)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void waitsWhereNobodyListens() throws IOException {
        var server = new ScriptedMailServer(Map.of());
        server.close();

        assertThat(connection(server.url()).send(MAIL)).isInstanceOf(NotNow.class);
    }

    private static Handover answerTo(Map<String, String> answers) throws IOException {
        try (var server = new ScriptedMailServer(answers)) {
            return connection(server.url()).send(MAIL);
        }
    }

    private static SmtpConnection connection(URI url) {
        var patient = Duration.ofSeconds(20);
        var smtp = new SmtpSettings(url, false, patient, patient, patient);
        var mails = new MailSettings(URI.create("https://shop.example"), "orders@shop.example", "Shop");
        return new SmtpServer(smtp, mails, Clock.systemUTC()).connection();
    }
}
