package io.nearstock.catalog;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Documents carry what is to be announced of them until the relay has sent it; of a product or promotion it is the whole state. */
@Configuration(proxyBeanMethods = false)
class CatalogDatabase {

    @Bean
    static OutboxSource productOutbox(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Products.COLLECTION), "catalog.products").compact();
    }

    @Bean
    static OutboxSource promotionOutbox(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Promotions.COLLECTION), "catalog.promotions").compact();
    }

    @Bean
    static OutboxSource reviewOutbox(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Reviews.COLLECTION), "catalog.reviews");
    }
}
