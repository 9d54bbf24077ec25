package io.nearstock.chassis.messaging;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Takes what a poll brings of one partition. Where it cannot go on, that partition alone waits and tries again. */
final class Inbox implements BatchAcknowledgingConsumerAwareMessageListener<String, String> {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private record Attempt(long offset, int count) {}

    private final AbstractMessageListenerContainer<String, String> container;
    private final Dispatch dispatch;
    private final Offsets offsets;
    private final MessagingSettings settings;
    private final MeterRegistry meters;
    private final Map<TopicPartition, Attempt> failed = new ConcurrentHashMap<>();

    Inbox(
            AbstractMessageListenerContainer<String, String> container,
            Dispatch dispatch,
            Offsets offsets,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.container = container;
        this.dispatch = dispatch;
        this.offsets = offsets;
        this.settings = settings;
        this.meters = meters;
    }

    /** Both are there in the mode that the container runs in. */
    @Override
    public void onMessage(
            List<ConsumerRecord<String, String>> messages,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        var first = messages.getFirst();
        var partition = new TopicPartition(first.topic(), first.partition());
        var outcome = dispatch.deliver(messages, attempt(partition, first.offset()));
        if (outcome.obstacle() == null) {
            failed.remove(partition);
            offsets.settled(partition, messages.getLast().offset() + 1, requireNonNull(acknowledgment));
        } else {
            var next = messages.get(outcome.done()).offset();
            offsets.stoppedAt(partition, next, requireNonNull(consumer));
            consumer.seek(partition, next);
            waitAt(partition, next, outcome.obstacle());
        }
    }

    /** How often the message at this offset has been delivered, this time included. */
    private int attempt(TopicPartition partition, long offset) {
        var before = failed.get(partition);
        return before != null && before.offset() == offset ? before.count() + 1 : 1;
    }

    private void waitAt(TopicPartition partition, long offset, RuntimeException obstacle) {
        var attempt = attempt(partition, offset);
        failed.put(partition, new Attempt(offset, attempt));
        meters.counter("nearstock.consumer.failures", "topic", settings.plain(partition.topic()))
                .increment();
        LOG.atWarn()
                .setCause(attempt == 1 ? obstacle : null)
                .log("{} waits at offset {} after attempt {}: {}", partition, offset, attempt, obstacle.toString());
        container.pausePartition(partition);
        var wait = settings.waitAfter(attempt).toMillis();
        CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS)
                .execute(() -> container.resumePartition(partition));
    }
}
