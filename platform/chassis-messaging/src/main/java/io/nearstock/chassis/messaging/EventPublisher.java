package io.nearstock.chassis.messaging;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends the latest state of something straight to a topic of states, past any outbox. A state that is lost in a crash
 * must be sent again by its owner; what must not be lost goes by the outbox.
 */
public final class EventPublisher {

    private final Producer<String, String> producer;
    private final Topics topics;
    private final MessagingSettings settings;
    private final OutboxEntries entries;
    private final String source;

    EventPublisher(
            Producer<String, String> producer,
            Topics topics,
            MessagingSettings settings,
            OutboxEntries entries,
            String source) {
        this.producer = producer;
        this.topics = topics;
        this.settings = settings;
        this.entries = entries;
        this.source = source;
    }

    /**
     * Completes when the broker has it, or fails within seconds. States of one key that one thread sends in turn arrive
     * in that order, unless one of them fails.
     */
    public CompletableFuture<Void> publish(
            String topic, String key, String type, String id, long sequence, Instant at, Object payload) {
        var done = new CompletableFuture<Void>();
        try {
            topics.ensureStates(topic);
            var entry = entries.entry(key, sequence, type, at, payload).withId(id);
            var _ = producer.send(CloudEvents.write(settings.topic(topic), source, key, entry), (_, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException away) {
            done.completeExceptionally(away);
        }
        return done;
    }
}
