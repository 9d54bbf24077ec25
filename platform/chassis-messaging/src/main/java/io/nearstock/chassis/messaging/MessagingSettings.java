package io.nearstock.chassis.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param namespace goes before the name of every topic and group, so that several systems can share a broker
 * @param partitions what a topic gets that does not exist yet
 * @param retention how long a topic of facts keeps them; topics of states keep the last one of each key for ever
 * @param concurrency threads that consume for this instance
 * @param gather how long a consumer waits after a poll that brought something, so that under load the next brings more
 * @param drain how long the relay gathers after a nudge before it sends
 * @param sweep how often the relay looks for what a crash left behind
 * @param batch documents that the relay reads and sends at once
 * @param longestWait the most that a failing partition or relay waits before it tries again
 */
@ConfigurationProperties("nearstock.messaging")
record MessagingSettings(
        @DefaultValue("") String namespace,
        @DefaultValue("4") int partitions,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("1") int concurrency,
        @DefaultValue("50ms") Duration gather,
        @DefaultValue("50ms") Duration drain,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration longestWait) {

    String topic(String name) {
        return namespace + name;
    }

    /** A topic's name without the namespace. */
    String plain(String topic) {
        return topic.substring(namespace.length());
    }

    /** Doubles from 200 ms with every attempt that failed. */
    Duration waitAfter(int failures) {
        var doubled = Duration.ofMillis(200L << Math.min(failures - 1, 10));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
