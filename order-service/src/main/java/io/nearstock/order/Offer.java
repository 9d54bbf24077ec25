package io.nearstock.order;

import java.util.List;

/** What a customer can have: priced lines, whose stock is held, and how they would travel. It has at least one line. */
public record Offer(
        String customerId, String holdId, List<OrderLine> lines, Address address, List<Shipment> shipments) {

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }
}
