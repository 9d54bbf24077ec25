package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.LotShipments;
import io.nearstock.catalog.Origin;
import io.nearstock.catalog.ShippedLots;
import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Learns of which lots goods were that have left, for what is said of them later, or was said already; and what of them came
 * back.
 */
@Configuration(proxyBeanMethods = false)
class GoodsSubscription {

    record LotsShipped(
            String orderId, String shipmentId, String sku, int quantity, List<ShippedLots.Lot> lots, Instant at) {

        ShippedLots kept() {
            return ShippedLots.of(orderId, shipmentId, sku, quantity, lots, at);
        }
    }

    record Returned(String id, @Nullable String orderId, List<Line> lines, Instant at) {

        record Line(
                String sku,
                int quantity,
                @Nullable String reason,
                @Nullable String lot,
                @Nullable String supplierId) {}
    }

    private final LotShipments shipments;
    private final Deliveries deliveries;
    private final FollowReviews follow;
    private final ReturnLines returns;
    private final WatchReturns watchReturns;

    GoodsSubscription(
            LotShipments shipments,
            Deliveries deliveries,
            FollowReviews follow,
            ReturnLines returns,
            WatchReturns watchReturns) {
        this.shipments = shipments;
        this.deliveries = deliveries;
        this.follow = follow;
        this.returns = returns;
        this.watchReturns = watchReturns;
    }

    @Bean
    Subscription goods() {
        return Subscription.to("stock.lots")
                .on("stock.lots_shipped", this::left)
                .on("stock.returned", this::back);
    }

    void left(Event event) {
        var shipped = event.as(LotsShipped.class);
        shipments.add(shipped.kept());
        follow.seeOrder(shipped.orderId(), shipped.sku());
    }

    void back(Event event) {
        var returned = event.as(Returned.class);
        var kept = IntStream.range(0, returned.lines().size())
                .mapToObj(index -> line(returned, index))
                .toList();
        kept.forEach(returns::add);
        kept.forEach(watchReturns::see);
    }

    private ReturnLine line(Returned returned, int index) {
        var line = returned.lines().get(index);
        var order = Optional.ofNullable(returned.orderId());
        return new ReturnLine(
                returned.id() + "/" + index,
                line.sku(),
                line.quantity(),
                new Origin(line.lot(), line.supplierId()),
                order.flatMap(id -> deliveries.deliveredAt(id, line.sku())).orElse(null),
                order.flatMap(id -> shipments.leftAt(id, line.sku())).orElse(null),
                ReturnLine.isFault(line.reason()),
                returned.at());
    }
}
