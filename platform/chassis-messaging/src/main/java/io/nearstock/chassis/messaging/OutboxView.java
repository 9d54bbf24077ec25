package io.nearstock.chassis.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param oldestSince since when the oldest of the entries waits that the last sweep met */
record OutboxView(
        String collection,
        String topic,
        long waiting,
        @Nullable Instant oldestSince) {

    static OutboxView of(OutboxWorker worker) {
        var source = worker.source();
        return new OutboxView(source.name(), source.topic(), worker.outbox().count(), worker.oldest());
    }
}
