package io.nearstock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Speaks for the other services, and hears what the service under test says; a bean of {@link TestServers}. */
public final class TestEvents implements AutoCloseable {

    /** How long to wait for what is certain to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String namespace;
    private final KafkaProducer<String, String> producer;

    public TestEvents(String namespace) {
        this.namespace = namespace;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Publishes the contract's example of this type as the first message of the aggregate {@code key}. */
    public void publish(String type, String key) {
        publish(type, key, 1, Contracts.event(type));
    }

    /** Publishes to the type's topic, as its producer would; the broker has it when this returns. */
    public void publish(String type, String key, long sequence, String payload) {
        var message = new ProducerRecord<>(namespace + Contracts.topic(type), key, payload);
        var attributes = Map.of(
                "ce_id",
                key + "." + sequence,
                "ce_type",
                type,
                "ce_source",
                "/" + Contracts.contract(type).producer(),
                "ce_specversion",
                "1.0",
                "ce_time",
                Instant.now().toString(),
                "ce_subject",
                key,
                "ce_sequence",
                Long.toString(sequence),
                "content-type",
                "application/json");
        attributes.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        publish(message);
    }

    /** Everything on the topic so far, in order of partitions. */
    public List<PublishedEvent> published(String topic) {
        try (var reader = new TopicReader(namespace, topic)) {
            return reader.all();
        }
    }

    /** The first message of this type about the aggregate {@code key}, awaited for 20 seconds. */
    public PublishedEvent await(String type, String key) {
        return await(Contracts.topic(type), event -> event.type().equals(type) && key.equals(event.key()));
    }

    /** The first message on the topic that fits, awaited for 20 seconds. */
    public PublishedEvent await(String topic, Predicate<PublishedEvent> fits) {
        try (var reader = new TopicReader(namespace, topic)) {
            return Awaitility.await("a message on " + topic)
                    .atMost(PATIENCE)
                    .until(() -> reader.all().stream().filter(fits).findFirst(), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private void publish(ProducerRecord<String, String> message) {
        TestBroker.ensure(message.topic());
        var sent = producer.send(message);
        producer.flush();
        sent.resultNow();
    }

    @Override
    public void close() {
        producer.close();
    }
}
