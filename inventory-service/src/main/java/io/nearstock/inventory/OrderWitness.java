package io.nearstock.inventory;

import io.nearstock.chassis.messaging.Event;
import java.util.List;

/** Learns from what becomes of orders, before stock follows it; must bear to see an event again. */
@FunctionalInterface
public interface OrderWitness {

    void saw(List<Event> events);
}
