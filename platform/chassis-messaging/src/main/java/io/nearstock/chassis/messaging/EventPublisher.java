package io.nearstock.chassis.messaging;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the latest state of something straight to a topic of states, past any outbox. A state that is lost with a crash
 * must be sent again by its owner; what must not be lost goes by the outbox.
 */
public final class EventPublisher {

    EventPublisher() {}

    /** Completes when the broker has it; states of one key that are sent by one caller in turn arrive in that order. */
    public CompletableFuture<Void> publish(
            String topic, String key, String type, String id, long sequence, Instant at, Object payload) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }
}
