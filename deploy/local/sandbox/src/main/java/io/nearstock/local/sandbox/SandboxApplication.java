package io.nearstock.local.sandbox;

import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
class SandboxApplication {

    public static void main(String[] arguments) {
        // Jakarta Mail would search the whole class path for its one provider, several times a mail.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        SpringApplication.run(SandboxApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
