package io.nearstock.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, again and again to where its end is by then. */
final class TopicReader implements AutoCloseable {

    private final String topic;
    private final String namespace;
    private final List<PublishedEvent> events = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    TestBroker.bootstrapServers(),
                    "auto.offset.reset",
                    "earliest",
                    "enable.auto.commit",
                    false,
                    "allow.auto.create.topics",
                    false),
            new StringDeserializer(),
            new StringDeserializer());

    TopicReader(String namespace, String topic) {
        this.namespace = namespace;
        this.topic = topic;
    }

    /** Everything on the topic so far; nothing while nobody has created it. */
    List<PublishedEvent> all() {
        assign(partitions());
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(message -> events.add(PublishedEvent.of(topic, message)));
        }
        return List.copyOf(events);
    }

    /** Partitions only ever get more; those known before keep their positions. */
    private void assign(Set<TopicPartition> partitions) {
        if (!consumer.assignment().equals(partitions)) {
            consumer.assign(partitions);
        }
    }

    private Set<TopicPartition> partitions() {
        return consumer.partitionsFor(namespace + topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
