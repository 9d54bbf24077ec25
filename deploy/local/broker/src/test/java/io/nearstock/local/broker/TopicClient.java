package io.nearstock.local.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of one partition, written and read as a service would. */
final class TopicClient implements AutoCloseable {

    private final Map<String, Object> settings;
    private final Admin admin;

    TopicClient(String bootstrapServers) {
        settings = Map.of("bootstrap.servers", bootstrapServers);
        admin = Admin.create(settings);
    }

    void create(String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    void describe(String topic) throws Exception {
        admin.describeTopics(List.of(topic)).allTopicNames().get();
    }

    void send(String topic, String... values) throws Exception {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get();
            }
        }
    }

    /** Reads from the beginning until so many messages are there, for 20 seconds at most. */
    List<String> read(String topic, int count) {
        var values = new ArrayList<String>();
        var deadline = Instant.now().plusSeconds(20);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (values.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }

    @Override
    public void close() {
        admin.close();
    }
}
