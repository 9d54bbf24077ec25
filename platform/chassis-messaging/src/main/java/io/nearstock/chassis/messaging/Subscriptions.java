package io.nearstock.chassis.messaging;

import static org.apache.kafka.clients.consumer.ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.METADATA_MAX_AGE_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.springframework.util.backoff.FixedBackOff.UNLIMITED_ATTEMPTS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Serves the service's subscriptions: one consumer group for all that it does, and one of its own for each tail. */
final class Subscriptions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private final Map<String, Object> client;
    private final String application;
    private final DeadLetters deadLetters;
    private final MessagingSettings settings;
    private final MeterRegistry meters;
    private final ObservationRegistry observations;
    private final Dispatch group;
    private final List<ConcurrentMessageListenerContainer<String, String>> containers = new ArrayList<>();
    private volatile boolean running;

    Subscriptions(
            Collection<Subscription> subscriptions,
            Map<String, Object> client,
            String application,
            DeadLetters deadLetters,
            MessagingSettings settings,
            MeterRegistry meters,
            ObservationRegistry observations) {
        this.client = client;
        this.application = application;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.observations = observations;
        var shared = subscriptions.stream()
                .filter(subscription -> !subscription.isForEveryInstance())
                .toList();
        subscriptions.forEach(this::count);
        group = new Dispatch(shared, this::bury, settings, observations);
        if (!shared.isEmpty()) {
            containers.add(container(shared));
        }
        subscriptions.stream()
                .filter(Subscription::isForEveryInstance)
                .map(this::tail)
                .forEach(containers::add);
    }

    /** From zero on: of a counter that appears with its first letter, Prometheus sees no increase. */
    private void count(Subscription subscription) {
        meters.counter("nearstock.dead.letters", "topic", subscription.topic());
        meters.counter("nearstock.consumer.failures", "topic", subscription.topic());
    }

    /** Handles a dead letter again; what the handler throws is the caller's. */
    void replay(DeadLetter letter) {
        group.replay(settings.topic(letter.topic()), letter.event());
    }

    @Override
    public void start() {
        running = true;
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        running = false;
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private ConcurrentMessageListenerContainer<String, String> container(List<Subscription> subscriptions) {
        var properties = properties(subscriptions);
        var container = container(settings.namespace() + application, properties);
        container.setConcurrency(settings.concurrency());
        container.setupMessageListener(new Inbox(container, group, new Offsets.Committed(), settings, meters));
        return container;
    }

    private ConcurrentMessageListenerContainer<String, String> tail(Subscription subscription) {
        var offsets = new Offsets.Own(new ConcurrentHashMap<>());
        var properties = properties(List.of(subscription));
        properties.setConsumerRebalanceListener(whereItWas(subscription, offsets));
        var container = container(settings.namespace() + application + "." + UUID.randomUUID(), properties);
        var dispatch = new Dispatch(List.of(subscription), this::skip, settings, observations);
        container.setupMessageListener(new Inbox(container, dispatch, offsets, settings, meters));
        return container;
    }

    private ConcurrentMessageListenerContainer<String, String> container(
            String groupId, ContainerProperties properties) {
        var executor = new SimpleAsyncTaskExecutor("consumer-");
        executor.setVirtualThreads(true);
        properties.setListenerTaskExecutor(executor);
        properties.setGroupId(groupId);
        properties.setAckMode(AckMode.MANUAL);
        properties.setSyncCommits(false); // a commit that is lost is made up for by the next, or its events come again
        properties.setCommitCallback((offsets, lost) -> {
            if (lost != null) {
                LOG.debug("{} were not committed", offsets, lost);
            }
        });
        properties.setPollTimeout(250); // a partition that has waited is looked at again no later
        properties.setShutdownTimeout(Duration.ofSeconds(5).toMillis());
        var factory = new DefaultKafkaConsumerFactory<>(
                consumerSettings(), new StringDeserializer(), new StringDeserializer());
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(1000, UNLIMITED_ATTEMPTS)));
        return container;
    }

    private ContainerProperties properties(List<Subscription> subscriptions) {
        return new ContainerProperties(subscriptions.stream()
                .map(Subscription::topic)
                .distinct()
                .map(settings::topic)
                .toArray(String[]::new));
    }

    private Map<String, Object> consumerSettings() {
        var all = new HashMap<>(client);
        all.put(ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(METADATA_MAX_AGE_CONFIG, 1000); // how late a new topic is noticed
        all.put(SESSION_TIMEOUT_MS_CONFIG, 10_000); // how late a dead instance is noticed
        all.put(PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return all;
    }

    private static ConsumerAwareRebalanceListener whereItWas(Subscription subscription, Offsets.Own offsets) {
        return new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                for (var partition : partitions) {
                    var next = offsets.next().get(partition);
                    var start = next == null ? subscription.startIn(partition.partition()) : next;
                    if (start != null) {
                        consumer.seek(partition, start);
                    }
                }
            }
        };
    }

    private void bury(ConsumerRecord<String, String> message, RuntimeException reason) {
        deadLetters.add(message, reason);
        meters.counter("nearstock.dead.letters", "topic", settings.plain(message.topic()))
                .increment();
        LOG.error("dead letter {} of type {}", CloudEvents.place(message), CloudEvents.type(message), reason);
    }

    /** A cache has no use for a letter that only its instance could replay: the next state of the key heals it. */
    private void skip(ConsumerRecord<String, String> message, RuntimeException reason) {
        meters.counter("nearstock.dead.letters", "topic", settings.plain(message.topic()))
                .increment();
        LOG.error("skipped {} of type {}", CloudEvents.place(message), CloudEvents.type(message), reason);
    }
}
