package io.nearstock.account;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections whose messages go to the topic {@code accounts}. */
@Configuration(proxyBeanMethods = false)
class AccountDatabase {

    private static final String TOPIC = "accounts";

    @Bean
    static OutboxSource accountMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Accounts.COLLECTION), TOPIC);
    }

    @Bean
    static OutboxSource sessionMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Sessions.COLLECTION), TOPIC);
    }
}
