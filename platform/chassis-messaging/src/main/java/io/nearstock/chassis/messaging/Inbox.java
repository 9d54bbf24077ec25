package io.nearstock.chassis.messaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Takes what a poll brings, all partitions at once, so that what they cost is paid once. Where something fails each is
 * taken by itself, and one that cannot go on alone waits and tries again.
 */
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

    /** Both are there in the mode that the container runs in, whose own pauses would wake up every 10 ms. */
    @Override
    public void onMessage(
            List<ConsumerRecord<String, String>> messages,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        take(messages, requireNonNull(acknowledgment), requireNonNull(consumer));
        Pause.of(settings.gather());
    }

    private void take(
            List<ConsumerRecord<String, String>> messages, Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
        var parts = messages.stream().collect(groupingBy(Inbox::partition, LinkedHashMap::new, toList()));
        var next = new HashMap<TopicPartition, Long>();
        parts.forEach((partition, part) -> next.put(partition, part.getLast().offset() + 1));
        if (isNew(parts) && dispatch.deliverTogether(messages)) {
            offsets.settled(next, acknowledgment);
            return;
        }
        var stopped = new HashMap<TopicPartition, Long>();
        parts.forEach(
                (partition, part) -> deliver(partition, part, consumer).ifPresent(at -> stopped.put(partition, at)));
        if (stopped.isEmpty()) {
            offsets.settled(next, acknowledgment);
        } else {
            next.putAll(stopped);
            offsets.stoppedAt(next, consumer);
        }
    }

    /** There are several, and of none something is delivered again. */
    private boolean isNew(Map<TopicPartition, List<ConsumerRecord<String, String>>> parts) {
        return parts.size() > 1 && parts.keySet().stream().noneMatch(failed::containsKey);
    }

    /** Where the partition waits, if it does. */
    private Optional<Long> deliver(
            TopicPartition partition, List<ConsumerRecord<String, String>> messages, Consumer<?, ?> consumer) {
        var outcome = dispatch.deliver(
                messages, attempt(partition, messages.getFirst().offset()));
        if (outcome.obstacle() == null) {
            failed.remove(partition);
            return Optional.empty();
        }
        var next = messages.get(outcome.done()).offset();
        consumer.seek(partition, next);
        waitAt(partition, next, outcome.obstacle());
        return Optional.of(next);
    }

    static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
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
