package io.nearstock.local.broker;

import java.nio.file.Path;

/** The broker in a process of its own: {@code BrokerServer DATA_DIR PORT CONTROLLER_PORT}. SIGTERM stops it cleanly. */
public final class BrokerServer {

    private BrokerServer() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: BrokerServer DATA_DIR PORT CONTROLLER_PORT");
            System.exit(2);
        }
        quietLogging();
        var ports = BrokerPorts.of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var broker = EmbeddedBroker.start(Path.of(arguments[0]), ports);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "shutdown"));
        System.out.println("broker ready at " + broker.bootstrapServers());
        broker.awaitShutdown();
    }

    /** Named here and not found as logback.xml, so that whoever embeds the broker keeps his own logging. */
    private static void quietLogging() {
        var file = "io/nearstock/local/broker/broker-logback.xml";
        System.setProperty("logback.configurationFile", System.getProperty("logback.configurationFile", file));
    }
}
