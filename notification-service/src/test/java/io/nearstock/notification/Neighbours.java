package io.nearstock.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server, and as much of account-service as is needed. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mails() {
        return new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    AccountStub accountStub() {
        return new AccountStub();
    }

    @Bean
    DynamicPropertyRegistrar addresses(GreenMail mails, AccountStub accounts) {
        return properties -> {
            properties.add(
                    "nearstock.notification.smtp.url",
                    () -> "smtp://localhost:" + mails.getSmtp().getPort());
            properties.add("spring.cloud.openfeign.client.config.account-service.url", accounts::url);
        };
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
