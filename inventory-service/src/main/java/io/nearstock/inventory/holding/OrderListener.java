package io.nearstock.inventory.holding;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.PoisonException;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.OrderWitness;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Transition;
import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of an order becomes of its hold. */
@Configuration(proxyBeanMethods = false)
class OrderListener {

    record Confirmed(String orderId, String holdId) {}

    record Cancelled(@Nullable String holdId, String reason) {}

    record Dispatched(String holdId, String shipmentId, String hubId, List<Line> lines) {}

    private static final String CONFIRMED = "order.confirmed";
    private static final String CANCELLED = "order.cancelled";
    private static final String DISPATCHED = "order.shipment_dispatched";

    private final Holds holds;
    private final MoveHold moveHold;
    private final OrderWitness witness;

    OrderListener(Holds holds, MoveHold moveHold, OrderWitness witness) {
        this.holds = holds;
        this.moveHold = moveHold;
        this.witness = witness;
    }

    @Bean
    Subscription orders() {
        return Subscription.to("orders").batch(Set.of(CONFIRMED, CANCELLED, DISPATCHED), this::on);
    }

    /** Confirmations first, in one write: nothing else can come to an order before its own. */
    void on(List<Event> events) {
        witness.saw(events);
        confirm(events.stream()
                .filter(event -> event.type().equals(CONFIRMED))
                .map(event -> event.as(Confirmed.class))
                .toList());
        for (var event : events) {
            switch (event.type()) {
                case CANCELLED -> cancel(event.as(Cancelled.class));
                case DISPATCHED -> dispatch(event.as(Dispatched.class));
                default -> {} // confirmed above
            }
        }
    }

    private void confirm(List<Confirmed> confirmed) {
        var orders = new LinkedHashMap<String, String>();
        confirmed.forEach(each -> orders.put(each.holdId(), each.orderId()));
        if (!orders.isEmpty() && holds.commit(orders) < orders.size()) {
            orders.forEach((hold, order) -> settle(() -> holds.change(hold, found -> found.commit(order))));
        }
    }

    private void cancel(Cancelled cancelled) {
        var holdId = cancelled.holdId();
        if (holdId != null) {
            settle(() -> moveHold.release(holdId, cancelled.reason()));
        }
    }

    private void dispatch(Dispatched dispatched) {
        var leaving = Portion.at(dispatched.hubId(), dispatched.lines());
        settle(() -> moveHold.ship(dispatched.holdId(), dispatched.shipmentId(), leaving));
    }

    private static void settle(Supplier<Transition> command) {
        try {
            switch (command.get()) {
                case Progress _, Repetition _ -> {}
                case Contradiction(var code, var detail) -> throw new PoisonException(code + ": " + detail);
                case Busy _ -> throw new UnavailableException(Duration.ofSeconds(1));
            }
        } catch (UnknownIdException unknown) {
            throw new PoisonException("the hold is not known", unknown);
        }
    }
}
