package io.nearstock.acceptance.chaos.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plants records that nobody can handle, and knows whose dead letter each has to become. */
public final class Poison {

    private static final String MARK = "poison-";
    /** Who reads confirmed orders, and who reads the topic for other news. */
    private static final List<String> READERS = List.of("inventory", "notification", "recommendation");

    private static final List<String> ALL_READERS = List.of("catalog", "inventory", "notification", "recommendation");

    private final String broker;
    private final Set<String> planted = new HashSet<>();

    public Poison(String broker) {
        this.broker = broker;
    }

    static boolean is(@Nullable String key) {
        return key == null || key.startsWith(MARK);
    }

    /** One that is no JSON, one that lacks what it must have, one that is no event at all. */
    public void plant() {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", broker, "max.block.ms", 60_000));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            plant(producer, "order.confirmed", "{\"orderId\": ");
            plant(producer, "order.confirmed", "{}");
            plant(producer, null, "what is this?");
        }
    }

    private void plant(KafkaProducer<String, String> producer, @Nullable String type, String payload) {
        var message = new ProducerRecord<>("orders", MARK + planted.size(), payload);
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(UTF_8));
        }
        try {
            var at = producer.send(message).get();
            var readers = type == null ? ALL_READERS : READERS;
            readers.forEach(
                    reader -> planted.add("%s:%s-%d-%d".formatted(reader, at.topic(), at.partition(), at.offset())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker refuses the poison", refused);
        }
    }

    public Set<String> planted() {
        return Set.copyOf(planted);
    }
}
