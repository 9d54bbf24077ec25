package io.nearstock.catalog.wish;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WishesTopic {

    @Bean
    static OutboxSource wishMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Wishes.COLLECTION), "catalog.wishes");
    }
}
