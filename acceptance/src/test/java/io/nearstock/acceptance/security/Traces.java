package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Where a text is found in what the stack has written: its logs, its topics and its databases. */
record Traces(Inside inside, Path logs) {

    static Traces of(Inside inside) {
        return new Traces(inside, inside.stack().file().resolveSibling("logs"));
    }

    /** By the name of the log file. */
    Set<String> logsWith(String text) {
        try (var files = Files.list(logs)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All documents, by database and collection. */
    Map<String, String> documents() {
        var all = new TreeMap<String, String>();
        try (var client = inside.database()) {
            for (var database : client.listDatabaseNames()) {
                for (var collection : client.getDatabase(database).listCollectionNames()) {
                    all.put(database + "." + collection, documents(client, database, collection));
                }
            }
        }
        return all;
    }

    private static String documents(MongoClient client, String database, String collection) {
        var text = new StringBuilder();
        client.getDatabase(database)
                .getCollection(collection)
                .find()
                .forEach(document -> text.append(document.toJson()));
        return text.toString();
    }

    /** All messages with their headers, by topic. */
    Map<String, String> messages() {
        var all = new TreeMap<String, String>();
        try (var consumer = consumer()) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(topic -> topic.stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> {
                    var headers = Stream.of(message.headers().toArray())
                            .map(header -> header.value() == null ? "" : new String(header.value(), UTF_8))
                            .collect(Collectors.joining(" "));
                    all.merge(message.topic(), message.key() + headers + message.value(), String::concat);
                });
            }
        }
        return all;
    }

    private KafkaConsumer<String, String> consumer() {
        var broker = inside.stack().local().at("/services/broker/url").asString();
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "client.id", "traces-" + UUID.randomUUID()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    static Set<String> placesOf(String text, Map<String, String> places) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().contains(text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
