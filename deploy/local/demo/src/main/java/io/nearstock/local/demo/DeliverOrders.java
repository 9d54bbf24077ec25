package io.nearstock.local.demo;

import io.nearstock.local.demo.Tally.Bought;
import io.nearstock.local.demo.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends each confirmed order on its way and hands it over. */
final class DeliverOrders {

    private final Shop staff;
    private final Screen screen;

    DeliverOrders(Shop staff, Screen screen) {
        this.staff = staff;
        this.screen = screen;
    }

    void of(List<Bought> orders) {
        var done = new AtomicInteger();
        Crowd.each(orders, order -> {
            deliver(order);
            screen.progress("delivering", done.incrementAndGet(), orders.size(), "");
        });
    }

    private void deliver(Bought order) {
        var shipments =
                staff.get("/api/orders/" + order.orderId()).expect(200).body().path("shipments");
        for (var shipment : shipments) {
            var path = "/api/shipments/" + shipment.path("id").asString();
            staff.post(path + "/dispatch", Map.of(), "demo-dispatch-" + path).expect(200, 202, 409);
            staff.post(path + "/deliver", Map.of("proof", "handed over"), "demo-deliver-" + path)
                    .expect(200, 202, 409);
        }
    }
}
