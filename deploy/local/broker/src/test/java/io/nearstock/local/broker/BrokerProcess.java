package io.nearstock.local.broker;

import java.io.IOException;
import java.nio.file.Path;

/** The broker in a JVM of its own, so that it can be killed. */
final class BrokerProcess {

    private static final String READY = "broker ready at ";

    private final Process process;
    private final String bootstrapServers;

    BrokerProcess(Path dataDir) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, BrokerServer.class.getName(), dataDir.toString(), "0", "0");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.redirectErrorStream(true).start();
        bootstrapServers = addressFromOutput();
    }

    private String addressFromOutput() {
        return process.inputReader()
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the broker ended before it was ready"));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
