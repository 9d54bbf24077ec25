package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Good;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers say of one lot comes back to whoever supplied it. */
@ExtendWith(RunningStack.class)
class BadLotIT {

    private static final int UNITS = 8;

    private final World world;

    BadLotIT(World world) {
        this.world = world;
    }

    @Test
    void lowRatingsOfALotNameItAndCountAgainstItsSupplier() {
        var good = world.newGood(1000, 0);
        var staff = world.staff();
        var supplier = staff.post("/api/suppliers", Map.of("name", World.unique("Supplier ")))
                .is(201)
                .text("/id");
        var line = Map.of("sku", good.sku(), "quantity", UNITS, "lot", "L-CRACKED", "supplierId", supplier);
        staff.post("/api/stock/receipts", Map.of("hubId", world.newHub(), "lines", List.of(line)))
                .is(201);
        var customer = world.newCustomer();

        var orders = IntStream.range(0, UNITS)
                .mapToObj(_ -> delivered(customer, staff, good))
                .toList();
        orders.forEach(order -> complain(customer, good, order));

        var quality = "/api/products/" + good.productId() + "/quality";
        eventually(() -> assertThat(staff.get(quality).is(200).raw()).contains("L-CRACKED", supplier));
        assertThat(world.everybody().get(quality).is(200).raw()).doesNotContain("L-CRACKED");
        eventually(() -> {
            var score = staff.get("/api/suppliers/" + supplier + "/score").is(200);
            assertThat(score.text("/score/feedback/alerts/0/lot")).isEqualTo("L-CRACKED");
            assertThat(score.body().at("/score/quality").asDouble()).isBetween(0.79, 0.81);
        });
    }

    private static String delivered(Person customer, Api mover, Good good) {
        var order = customer.buy(Map.of(good.sku(), 1));
        var shipment = "/api/shipments/" + order.text("/shipments/0/id");
        mover.post(shipment + "/dispatch", Map.of()).is(200);
        mover.post(shipment + "/deliver", Map.of("proof", "handed over")).is(200);
        return order.text("/id");
    }

    /** As soon as the catalogue has heard of the delivery. */
    private static void complain(Person customer, Good good, String order) {
        var review = Map.of("rating", 1, "text", "Broke at once.", "orderId", order);
        eventually(() -> customer.api()
                .post("/api/products/" + good.productId() + "/reviews", review)
                .is(201));
    }
}
