package io.nearstock.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka node in this process. Its data directory outlives it, and a crash of the process too: start on the same
 * directory again and every acknowledged message is there. Topics are never created by mere use.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Fixed, because a directory that was formatted before must be formatted with the same one. */
    private static final String CLUSTER = "bmVhcnN0b2NrLWxvY2FsMQ";

    private final KafkaRaftServer server;
    private final BrokerPorts ports;

    private EmbeddedBroker(KafkaRaftServer server, BrokerPorts ports) {
        this.server = server;
        this.ports = ports;
    }

    /**
     * Answers when clients can use the broker, after about five seconds.
     *
     * @param port where clients connect, on the loopback address; 0 chooses a free one
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        return start(dataDir, BrokerPorts.of(port, 0));
    }

    static EmbeddedBroker start(Path dataDir, BrokerPorts ports) {
        format(dataDir);
        var settings = new NodeSettings(dataDir.toAbsolutePath(), ports);
        var server = new KafkaRaftServer(new KafkaConfig(settings.asProperties(), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, ports);
    }

    private static void format(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(CLUSTER)
                    .setNodeId(NodeSettings.NODE)
                    .setControllerListenerName(NodeSettings.CONTROLLER)
                    .setMetadataLogDirectory(dataDir.toString())
                    .addDirectory(dataDir.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot prepare the broker's directory " + dataDir, e);
        }
    }

    public String bootstrapServers() {
        return ports.clientAddress();
    }

    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
