package io.nearstock.chassis.messaging;

import static java.util.Objects.requireNonNull;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that this service needs, in the background and for as long as it takes, so that a service starts
 * without a broker. Only a topic's producer says how it is kept.
 */
final class Topics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final Map<String, Object> client;
    private final MessagingSettings settings;
    private final Map<String, NewTopic> wanted = new ConcurrentHashMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Topics(Map<String, Object> client, MessagingSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    void wantToRead(String topic) {
        wanted.putIfAbsent(topic, topic(topic));
    }

    void wantToWrite(String topic, boolean compacted) {
        wanted.put(topic, topic(topic).configs(kept(compacted)));
    }

    /** Makes a topic of states unless that was done before; the caller waits. */
    void ensureStates(String topic) {
        if (!made.contains(topic)) {
            wantToWrite(topic, true);
            make(Map.of(topic, wanted.get(topic)));
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topics").start(this::makeAll);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void makeAll() {
        for (var failures = 0; running; ) {
            var missing = new HashMap<>(wanted);
            missing.keySet().removeAll(made);
            if (missing.isEmpty()) {
                return;
            }
            try {
                make(missing);
            } catch (RuntimeException away) {
                LOG.atLevel(failures++ == 0 ? Level.WARN : Level.DEBUG)
                        .log("topics {} cannot be made yet: {}", missing.keySet(), away.toString());
                Pause.of(settings.waitAfter(failures));
            }
        }
    }

    private void make(Map<String, NewTopic> topics) {
        try (var admin = Admin.create(client)) {
            var answers = admin.createTopics(topics.values()).values();
            topics.forEach((name, topic) -> {
                if (existedBefore(answers.get(topic.name())) && topic.configs() != null) {
                    keepAs(topic, admin);
                }
                made.add(name);
            });
        }
    }

    private static boolean existedBefore(@Nullable KafkaFuture<Void> answer) {
        try {
            await(requireNonNull(answer));
            return false;
        } catch (TopicExistsException _) {
            return true;
        }
    }

    /** Waits no longer than the client's timeouts let it. */
    private static void await(KafkaFuture<Void> answer) {
        try {
            answer.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A reader may have made it first. Partitions are never added: keys would move and lose their order. */
    private static void keepAs(NewTopic topic, Admin admin) {
        var changes = topic.configs().entrySet().stream()
                .map(config -> new AlterConfigOp(new ConfigEntry(config.getKey(), config.getValue()), OpType.SET))
                .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        await(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
    }

    private NewTopic topic(String name) {
        return new NewTopic(settings.topic(name), Optional.of(settings.partitions()), Optional.empty());
    }

    private Map<String, String> kept(boolean compacted) {
        return compacted
                ? Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT)
                : Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        Long.toString(settings.retention().toMillis()));
    }
}
