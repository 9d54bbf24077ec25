package io.nearstock.catalog.quality.watch;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertsTopic {

    @Bean
    static OutboxSource qualityAlerts(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Watches.COLLECTION), "catalog.quality");
    }
}
