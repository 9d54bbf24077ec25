package io.nearstock.order.placement;

import io.nearstock.order.AddressRequest;
import io.nearstock.order.AddressRequest.PositionRequest;
import io.nearstock.order.LineRequest;
import io.nearstock.order.placement.PlaceOrder.Outcome.Placed;
import io.nearstock.order.placement.PlaceOrderController.PaymentRequest;
import io.nearstock.order.placement.PlaceOrderController.PlaceOrderRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/** The placing of orders for tests in other packages. */
public final class Placing {

    private Placing() {}

    public static void settings(GenericApplicationContext context) {
        context.registerBean(PlacementSettings.class, () -> new PlacementSettings(Duration.ofSeconds(1)));
    }

    /** Whether the caller is told that there is an order; of a checkout, or of one unit of a product without. */
    public static boolean place(
            GenericApplicationContext service, String order, @Nullable String checkout, String card, String plan) {
        var lines = checkout == null ? List.of(new LineRequest("TEA", 1)) : null;
        var address = checkout == null ? somewhere() : null;
        var payment = new PaymentRequest("card", card, plan);
        var request = new PlaceOrderRequest(checkout, lines, address, null, null, null, payment);
        return service.getBean(PlaceOrder.class).of("acc_1", order, request) instanceof Placed;
    }

    private static AddressRequest somewhere() {
        var position = new PositionRequest("Point", List.of(-1.5, 53.8));
        return new AddressRequest("1 Market Square", null, "Leeds", "LS1 1AA", "GB", position);
    }
}
