package io.nearstock.acceptance;

import com.mongodb.client.MongoClients;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.bson.Document;

/**
 * What the system has done so far, as database, broker and services count it themselves.
 *
 * @param writes documents written, in any database
 * @param messages in any topic of ours
 * @param handlings requests that a service or the payment provider handled, by method and path
 */
record Work(long writes, Map<String, Long> messages, Map<String, Long> handlings) {

    private static final Pattern HANDLED = Pattern.compile(
            "http_server_requests_seconds_count\\{.*method=\"(\\w+)\".*uri=\"(/(?!actuator)[^\"]*)\"} (\\S+)");
    private static final Pattern PAID = Pattern.compile(
            "http_client_requests_seconds_count\\{.*method=\"(\\w+)\".*uri=\"(/payments[^\"]*)\"} (\\S+)");
    private static final List<String> SERVICES = List.of(
            "account-service",
            "catalog-service",
            "inventory-service",
            "order-service",
            "recommendation-service",
            "notification-service");

    static Work soFar(Stack stack) {
        return new Work(writes(stack), messages(stack), handlings(stack));
    }

    /** Waits until nothing more is done. */
    static Work whenQuiet(Stack stack) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> twice(stack), pair -> pair.getFirst().equals(pair.getLast()))
                .getLast();
    }

    private static List<Work> twice(Stack stack) throws InterruptedException {
        var before = soFar(stack);
        Thread.sleep(Duration.ofSeconds(2));
        return List.of(before, soFar(stack));
    }

    Work since(Work before) {
        return new Work(writes - before.writes, grown(messages, before.messages), grown(handlings, before.handlings));
    }

    long messagesInAll() {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    long handlingsInAll() {
        return handlings.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> grown(Map<String, Long> now, Map<String, Long> before) {
        var grown = new HashMap<String, Long>();
        now.forEach((name, count) -> grown.merge(name, count - before.getOrDefault(name, 0L), Long::sum));
        grown.values().removeIf(count -> count == 0);
        return grown;
    }

    /** MongoDB's own count of documents that changed; a command that finds nothing to do changes none. */
    private static long writes(Stack stack) {
        try (var client = MongoClients.create(stack.url("database"))) {
            var status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
            return Stream.of("inserted", "updated", "deleted")
                    .map(kind -> status.getEmbedded(List.of("metrics", "document", kind), Number.class))
                    .mapToLong(Number::longValue)
                    .sum();
        }
    }

    private static Map<String, Long> messages(Stack stack) {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.url("broker"));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            var sums = new HashMap<String, Long>();
            consumer.endOffsets(partitions).forEach((at, end) -> sums.merge(at.topic(), end, Long::sum));
            return sums;
        }
    }

    private static Map<String, Long> handlings(Stack stack) {
        var counts = new HashMap<String, Long>();
        for (var service : SERVICES) {
            for (var instance : World.items(
                            stack.local().path("services").path(service).path("instances"))
                    .toList()) {
                count(instance.path("url").asString(), service, counts);
            }
        }
        return counts;
    }

    private static void count(String url, String service, Map<String, Long> counts) {
        var text = Api.send(HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus")))
                .raw();
        for (var pattern : List.of(HANDLED, PAID)) {
            pattern.matcher(text)
                    .results()
                    .forEach(found -> counts.merge(
                            service + " " + found.group(1) + " " + found.group(2),
                            (long) Double.parseDouble(found.group(3)),
                            Long::sum));
        }
    }
}
