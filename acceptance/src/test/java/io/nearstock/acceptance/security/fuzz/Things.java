package io.nearstock.acceptance.security.fuzz;

import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What there is: most requests should find something, or they would test the 404 alone. */
record Things(Map<String, List<String>> byKind) {

    static Things in(World world, Person customer) {
        var goods = List.of(world.newGood(1000, 1_000_000), world.newGood(2599, 1_000_000));
        var skus = goods.stream().map(good -> good.sku()).toList();
        var orders = List.of(customer.buy(Map.of(skus.getFirst(), 1)), customer.buy(Map.of(skus.getLast(), 2)));
        var checkout = Map.of("lines", Person.lines(Map.of(skus.getFirst(), 1)), "address", Person.address());
        return new Things(Map.of(
                "products", goods.stream().map(good -> good.productId()).toList(),
                "sku", skus,
                "hubs", List.of(stocked(world, skus), stocked(world, skus)),
                "orders", orders.stream().map(order -> order.text("/id")).toList(),
                "shipments",
                        orders.stream()
                                .map(order -> order.text("/shipments/0/id"))
                                .toList(),
                "checkouts",
                        List.of(customer.api()
                                .post("/api/checkouts", checkout)
                                .is(201)
                                .text("/id"))));
    }

    private static String stocked(World world, List<String> skus) {
        var hub = world.newHub();
        skus.forEach(sku -> world.receive(hub, sku, 1_000));
        return hub;
    }

    /** These and what else the API can make, found out by trying. */
    Things and(Map<String, List<String>> more) {
        var all = new HashMap<>(more);
        all.putAll(byKind);
        return new Things(Map.copyOf(all));
    }

    String first(String kind) {
        return byKind.getOrDefault(kind, List.of("none_such")).getFirst();
    }

    boolean has(String kind) {
        return byKind.containsKey(kind);
    }

    /** Something of this kind; what there is none of gets a name that leads nowhere. */
    String any(String kind, RandomGenerator random) {
        return Oddities.any(byKind.getOrDefault(kind, List.of("none_such")), random);
    }
}
