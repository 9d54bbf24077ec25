package io.nearstock.chassis.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics that this service needs, in the background and for as long as it takes, so that a service starts
 * without a broker. Only a topic's producer says how it is kept.
 */
final class Topics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final KafkaAdmin admin;
    private final MessagingSettings settings;
    private final Map<String, NewTopic> wanted = new ConcurrentHashMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Topics(KafkaAdmin admin, MessagingSettings settings) {
        this.admin = admin;
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
        admin.createOrModifyTopics(topics.values().toArray(NewTopic[]::new));
        made.addAll(topics.keySet());
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
