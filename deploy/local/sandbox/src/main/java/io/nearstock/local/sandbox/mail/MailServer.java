package io.nearstock.local.sandbox.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** SMTP without passwords: it accepts every mail to every address. */
@Component
final class MailServer implements SmartLifecycle {

    private final GreenMail server;

    MailServer(MailSettings settings, MailIntake intake) {
        server = new GreenMail(new ServerSetup(settings.port(), settings.address(), ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(intake);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }
}
