package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.nearstock.chassis.messaging.Subscription.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** One poll brings several partitions: they cost as one, and fail each for itself. */
class InboxTests {

    private static final MessagingSettings SETTINGS = new MessagingSettings(
            "", 2, Duration.ofDays(1), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, 10, Duration.ofSeconds(1));

    private static final TopicPartition EVEN = new TopicPartition("boxes", 0);
    private static final TopicPartition ODD = new TopicPartition("boxes", 1);

    private final List<List<String>> batches = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    InboxTests() {
        consumer.assign(List.of(EVEN, ODD));
        consumer.updateBeginningOffsets(Map.of(EVEN, 0L, ODD, 0L));
    }

    @Test
    void takesAllPartitionsInOneBatchAndAcknowledgesOnce() {
        take(Subscription.to("boxes").batch(Set.of("box.packed"), this::hear));

        assertThat(batches).containsExactly(List.of("0", "2", "1", "3"));
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void givesWhoeverAsksForThePositionOnePartitionAtATime() {
        var positions = new HashMap<Integer, Long>();
        take(Subscription.to("boxes").batch(Set.of("box.packed"), (List<Event> events, Position at) -> {
            hear(events);
            positions.put(at.partition(), at.next());
        }));

        assertThat(batches).containsExactly(List.of("0", "2"), List.of("1", "3"));
        assertThat(positions).isEqualTo(Map.of(0, 3L, 1, 4L));
    }

    @Test
    void laysAsideOnlyThePoisonOfOnePartition() {
        take(Subscription.to("boxes").batch(Set.of("box.packed"), events -> {
            refuse(events, "1", new PoisonException("not this one"));
            hear(events);
        }));

        assertThat(dead).containsExactly("1");
        assertThat(batches).containsExactly(List.of("0", "2"), List.of("3"));
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void stopsOnlyThePartitionThatCannotGoOn() {
        take(Subscription.to("boxes").on("box.packed", event -> {
            refuse(List.of(event), "3", new IllegalStateException("the database is away"));
            hear(List.of(event));
        }));

        assertThat(batches.subList(3, 6)).containsExactly(List.of("0"), List.of("2"), List.of("1"));
        assertThat(acknowledged).hasValue(0);
        assertThat(consumer.position(ODD)).isEqualTo(3);
        assertThat(consumer.committed(Set.of(EVEN, ODD)))
                .isEqualTo(Map.of(EVEN, new OffsetAndMetadata(3), ODD, new OffsetAndMetadata(3)));
        assertThat(dead).isEmpty();
    }

    private void hear(List<Event> events) {
        batches.add(events.stream().map(Event::key).toList());
    }

    private static void refuse(List<Event> events, String key, RuntimeException why) {
        if (events.stream().anyMatch(event -> event.key().equals(key))) {
            throw why;
        }
    }

    private void take(Subscription subscription) {
        var dispatch = new Dispatch(
                List.of(subscription), (message, _) -> dead.add(message.key()), SETTINGS, ObservationRegistry.NOOP);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of(), new StringDeserializer(), new StringDeserializer()),
                new ContainerProperties("boxes"));
        var inbox = new Inbox(container, dispatch, new Offsets.Committed(), SETTINGS, new SimpleMeterRegistry());
        inbox.onMessage(
                List.of(message(0), message(2), message(1), message(3)), acknowledged::incrementAndGet, consumer);
    }

    private static ConsumerRecord<String, String> message(long number) {
        var key = String.valueOf(number);
        var entry = new OutboxEntry(key + ".1", 1, "box.packed", Instant.EPOCH, null, "{}");
        var sent = CloudEvents.write("boxes", "test", key, entry);
        var message = new ConsumerRecord<>("boxes", (int) number % 2, number, key, entry.payload());
        sent.headers().forEach(message.headers()::add);
        return message;
    }
}
