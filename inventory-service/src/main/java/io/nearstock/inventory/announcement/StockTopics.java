package io.nearstock.inventory.announcement;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxSource;
import io.nearstock.inventory.DemandOutlooks;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Returns;
import io.nearstock.inventory.SuppliedHolds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which collection's messages go where. */
@Configuration(proxyBeanMethods = false)
class StockTopics {

    @Bean
    OutboxSource holdMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection("holds"), "stock.holds");
    }

    @Bean
    OutboxSource suppliedMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(SuppliedHolds.COLLECTION), "stock.holds");
    }

    /** Hubs and levels are states, and share a topic that keeps the last of each key. */
    @Bean
    OutboxSource hubMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection("hubs"), "stock.levels").compact();
    }

    /** News of a row: it crossed from one way of being supplied to another. */
    @Bean
    OutboxSource supplyMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection("stock"), "stock.alerts");
    }

    /** News for somebody who waits for a product. */
    @Bean
    OutboxSource subscriptionMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection("subscriptions"), "stock.alerts");
    }

    @Bean
    OutboxSource purchaseMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection("purchaseOrders"), "supply.purchase-orders");
    }

    @Bean
    OutboxSource outlookMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(DemandOutlooks.COLLECTION), "demand.outlooks").compact();
    }

    /** What is known of goods that have gone: of which lots they were, and what of them came back. */
    @Bean
    OutboxSource lotMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Lots.COLLECTION), "stock.lots");
    }

    @Bean
    OutboxSource returnMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(Returns.COLLECTION), "stock.lots");
    }
}
