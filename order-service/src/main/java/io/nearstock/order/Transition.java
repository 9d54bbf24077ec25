package io.nearstock.order;

import java.util.List;

/** An order's answer to a command. */
public sealed interface Transition {

    /** The order as it stands after the answer. */
    Order order();

    /** The order moved on; both halves are saved together. */
    record Progress(Order order, List<OrderEvent> events) implements Transition {}

    /** It was so already: success for the caller, nothing to save. */
    record Repetition(Order order) implements Transition {}

    /** It can no longer be, or not yet. */
    record Contradiction(Order order, Refusal refusal) implements Transition {}
}
