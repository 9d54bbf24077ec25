package io.nearstock.testkit;

import io.nearstock.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.kafka.KafkaContainer;

/** The one broker of this JVM's tests, shared: a test keeps apart by its own topic names. */
public final class TestBroker {

    private static final String CHOSEN = choose();

    private TestBroker() {}

    public static String bootstrapServers() {
        return CHOSEN;
    }

    /** Creates the topic if nobody has: brokers of the local stack create none by mere use. */
    static void ensure(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var created = admin.createTopics(List.of(new NewTopic(topic, Optional.of(4), Optional.empty())));
            created.all().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static String choose() {
        var named = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        if (named != null) {
            return named;
        }
        return DockerEngine.answers() ? container() : embedded();
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    private static String container() {
        var kafka = new KafkaContainer("apache/kafka:4.2.0");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    private static String embedded() {
        try {
            var data = Files.createTempDirectory("nearstock-broker");
            var broker = EmbeddedBroker.start(data, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(broker, data)));
            return broker.bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clean(EmbeddedBroker broker, Path data) {
        broker.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }
}
