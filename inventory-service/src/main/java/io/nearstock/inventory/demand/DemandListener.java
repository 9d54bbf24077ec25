package io.nearstock.inventory.demand;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.OrderWitness;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.StockOuts;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders tell what was wanted, levels tell when it could not be had. */
@Configuration(proxyBeanMethods = false)
class DemandListener {

    record Confirmed(String orderId, List<Sent> shipments, Instant at) {

        record Sent(String hubId, List<Line> lines) {}
    }

    record Cancelled(String orderId, boolean confirmedBefore) {}

    record Level(String sku, String hubId, int available, Instant at) {

        String row() {
            return StockRow.id(sku, hubId);
        }
    }

    private static final String CONFIRMED = "order.confirmed";
    private static final String CANCELLED = "order.cancelled";

    private final OrderedLines lines;
    private final StockOuts stockOuts;
    private final PlanningSettings settings;

    DemandListener(OrderedLines lines, StockOuts stockOuts, PlanningSettings settings) {
        this.lines = lines;
        this.stockOuts = stockOuts;
        this.settings = settings;
    }

    /** A type has one subscriber in a service, and orders are the holds'. */
    @Bean
    OrderWitness demand() {
        return this::onOrders;
    }

    @Bean
    Subscription shelves() {
        return Subscription.to("stock.levels").batch(Set.of("stock.level"), this::onLevels);
    }

    /** Confirmations first, in one write: nothing else can come to an order before its own. */
    void onOrders(List<Event> events) {
        lines.add(events.stream()
                .filter(event -> event.type().equals(CONFIRMED))
                .flatMap(event -> lines(event.as(Confirmed.class)))
                .toList());
        lines.cancel(events.stream()
                .filter(event -> event.type().equals(CANCELLED))
                .map(event -> event.as(Cancelled.class))
                .filter(Cancelled::confirmedBefore)
                .map(Cancelled::orderId)
                .toList());
    }

    private Stream<OrderedLine> lines(Confirmed order) {
        var byRow = new LinkedHashMap<String, Portion>();
        order.shipments().stream()
                .flatMap(sent -> Portion.at(sent.hubId(), sent.lines()).stream())
                .forEach(portion -> byRow.merge(portion.row(), portion, DemandListener::together));
        var day = settings.dayOf(order.at());
        return byRow.values().stream().map(portion -> OrderedLine.of(order.orderId(), portion, day));
    }

    private static Portion together(Portion one, Portion other) {
        return new Portion(one.sku(), one.hubId(), one.quantity() + other.quantity());
    }

    /** One read for a batch; a write only where a row turned. */
    void onLevels(List<Event> events) {
        var levels = events.stream().map(event -> event.as(Level.class)).toList();
        var known = stockOuts.of(levels.stream().map(Level::row).toList());
        var out = new LinkedHashMap<String, Boolean>();
        known.values().forEach(row -> out.put(row.id(), row.out()));
        for (var level : levels) {
            var isOut = level.available() <= 0;
            if (out.getOrDefault(level.row(), false) != isOut) {
                stockOuts.turn(level.row(), isOut, level.at());
                out.put(level.row(), isOut);
            }
        }
    }
}
