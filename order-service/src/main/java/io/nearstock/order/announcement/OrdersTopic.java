package io.nearstock.order.announcement;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import io.nearstock.order.Orders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersTopic {

    @Bean
    OutboxSource orderMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Orders.COLLECTION), "orders");
    }
}
