package io.nearstock.acceptance.chaos.audit;

import static com.mongodb.client.model.Filters.gt;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.nearstock.acceptance.chaos.audit.Evidence.Told;
import io.nearstock.acceptance.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** The databases and the broker of a stack, read past their owners. */
public final class Stores implements AutoCloseable {

    private static final List<String> DATABASES =
            List.of("account", "catalog", "inventory", "orders", "recommendation", "notification");
    private static final Set<String> FACTS = Set.of("orders", "stock.holds");

    private final MongoClient mongo;
    private final String broker;

    private Stores(MongoClient mongo, String broker) {
        this.mongo = mongo;
        this.broker = broker;
    }

    public static Stores of(Stack stack) {
        return new Stores(MongoClients.create(stack.url("database")), address(stack.url("broker")));
    }

    private static String address(String url) {
        return url.contains("://") ? URI.create(url).getAuthority() : url;
    }

    public String broker() {
        return broker;
    }

    List<Document> all(String database, String collection) {
        return mongo.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
    }

    Map<String, Long> waiting() {
        var waiting = new TreeMap<String, Long>();
        for (var database : DATABASES) {
            for (var collection : mongo.getDatabase(database).listCollectionNames()) {
                var documents = mongo.getDatabase(database).getCollection(collection);
                waiting.put(database + "." + collection, documents.countDocuments(gt("outbox.id", "")));
            }
        }
        return waiting;
    }

    /** As {@code database:topic-partition-offset}. */
    Set<String> deadLetters() {
        var letters = new TreeSet<String>();
        for (var database : DATABASES) {
            all(database, "deadLetters").forEach(letter -> letters.add(database + ":" + Fact.id(letter)));
        }
        return letters;
    }

    /** Every fact with a type, by its aggregate, in the order of arrival. */
    Map<String, List<Told>> events() {
        var events = new LinkedHashMap<String, List<Told>>();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            FACTS.forEach(topic -> read(consumer, topic, events));
        }
        return events;
    }

    private static void read(KafkaConsumer<String, String> consumer, String topic, Map<String, List<Told>> events) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var message : consumer.poll(Duration.ofMillis(500))) {
                if (!Poison.is(message.key())) {
                    events.computeIfAbsent(message.key(), _ -> new ArrayList<>())
                            .add(told(message));
                }
            }
        }
    }

    private static Told told(ConsumerRecord<String, String> message) {
        return new Told(
                header(message, "ce_id"), header(message, "ce_type"), Long.parseLong(header(message, "ce_sequence")));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "0" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
