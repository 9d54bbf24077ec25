package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.shop.Good;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people want next, drawn from a seed; cancellations and shipments concern orders that were placed before. */
final class Wishes {

    /** An order that was accepted, and whose it is. */
    record Placed(String buyer, String orderId, String shipmentId) {}

    private static final List<String> CARDS =
            List.of("tok_visa", "tok_visa", "tok_visa", "tok_visa", "tok_visa", "tok_declined", "tok_timeout");

    private final Shop shop;
    private final Random random;
    private final ConcurrentLinkedQueue<Placed> placed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> shipments = new ConcurrentLinkedQueue<>();

    Wishes(Shop shop, Random random) {
        this.shop = shop;
        this.random = random;
    }

    void placed(String buyer, Outcome order) {
        if (order.order().isPresent()) {
            placed.add(new Placed(buyer, order.orderId(), order.shipmentId()));
        }
    }

    void dispatched(String shipmentId) {
        shipments.add(shipmentId);
    }

    Intent next() {
        var dice = random.nextInt(100);
        var buyer = pick(shop.people());
        var order = dice >= 80 ? placed.poll() : null;
        var shipment = dice >= 90 && dice < 94 ? shipments.poll() : null;
        if (shipment != null) {
            return Intent.command(key(), Kind.DELIVER, Shop.STAFF, "/api/shipments/" + shipment + "/deliver", shipment);
        }
        if (order != null) {
            return later(order, dice);
        }
        return dice < 45 ? order(buyer) : dice < 50 ? nonsense() : read(buyer);
    }

    private static Intent later(Placed order, int dice) {
        if (dice < 86) {
            return cancel(order);
        }
        return dice < 90 || order.shipmentId().isEmpty()
                ? Intent.read(key(), order.buyer(), "/api/orders/" + order.orderId())
                : dispatch(order.shipmentId());
    }

    private static Intent dispatch(String shipmentId) {
        return Intent.command(
                key(), Kind.DISPATCH, Shop.STAFF, "/api/shipments/" + shipmentId + "/dispatch", shipmentId);
    }

    private Intent order(String buyer) {
        var goods = new HashMap<String, Integer>();
        goods.put(pick(shop.plenty()).sku(), 1 + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            goods.put(pick(shop.scarce()).sku(), 1 + random.nextInt(2));
        }
        return Intent.order(key(), Kind.ORDER, buyer, goods, pick(CARDS));
    }

    private Intent nonsense() {
        var sku = shop.untouched().sku();
        var goods = pick(List.of(Map.of(sku, 0), Map.of(sku, 51), Map.of("NO-SUCH-GOOD", 1)));
        return Intent.order(key(), Kind.NONSENSE, Shop.REFUSED, goods, "tok_visa");
    }

    private static Intent cancel(Placed order) {
        var path = "/api/orders/" + order.orderId() + "/cancel";
        return Intent.command(key(), Kind.CANCEL, order.buyer(), path, order.orderId());
    }

    private Intent read(String buyer) {
        Good good = pick(shop.plenty());
        var paths = List.of(
                "/api/products/" + good.productId(),
                "/api/products?q=lantern&near=51.5,0.05&limit=10",
                "/api/availability?skus=" + good.sku(),
                "/api/orders?limit=5");
        return Intent.read(key(), buyer, pick(paths));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
