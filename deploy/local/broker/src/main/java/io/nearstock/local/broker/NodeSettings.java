package io.nearstock.local.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's own settings for a single node that is broker and controller in one and has little memory. */
record NodeSettings(Path dataDir, BrokerPorts ports) {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    Map<String, String> asProperties() {
        var properties = new HashMap<>(SMALL);
        properties.putAll(Map.of(
                "node.id",
                String.valueOf(NODE),
                "process.roles",
                "broker,controller",
                "log.dirs",
                dataDir.toString(),
                "listeners",
                "PLAINTEXT://" + ports.clientAddress() + "," + CONTROLLER + "://" + ports.controllerAddress(),
                "advertised.listeners",
                "PLAINTEXT://" + ports.clientAddress(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@" + ports.controllerAddress()));
        return properties;
    }

    private static final Map<String, String> SMALL = Map.ofEntries(
            // A misspelt topic must fail, not appear.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            // After a kill -9 the open segments are read again: small ones make that short.
            Map.entry("log.segment.bytes", "67108864"),
            Map.entry("log.index.size.max.bytes", "2097152"),
            // Of a killed broker the controller waits out the session before the same node may come back.
            Map.entry("broker.session.timeout.ms", "5000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"));
}
