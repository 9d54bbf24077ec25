package io.nearstock.chassis.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its messaging by being on its class path. */
@AutoConfiguration
public class MessagingChassisAutoConfiguration {

    @Bean
    OutboxEntries outboxEntries(JsonMapper json) {
        return OutboxEntries.untraced(json);
    }

    @Bean
    OutboxRelay outboxRelay() {
        return OutboxRelay.asleep();
    }

    @Bean
    EventPublisher eventPublisher() {
        return new EventPublisher();
    }
}
