package io.nearstock.inventory;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.nearstock.local.database.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** The stand-in database, with its journal, in a process of its own: for benchmarks. */
public final class DatabaseProcess implements AutoCloseable {

    private final Process process;
    private final String address;
    private final LongAdder commands = new LongAdder();

    private DatabaseProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    public static DatabaseProcess start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var data = Files.createTempDirectory("benchmark").toString();
        var classPath = System.getProperty("java.class.path");
        var server = DatabaseServer.class.getName();
        var process = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-Xmx3g", "-cp", classPath, server, "--port", "0", "--data", data)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var ready = process.inputReader().readLine();
        return new DatabaseProcess(process, ready.substring(ready.indexOf("mongodb:")));
    }

    public String address() {
        return address;
    }

    public MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.increment();
                    }
                })
                .build());
    }

    /** How much time of processors it has had since its start. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** How many its clients have sent since somebody asked last. */
    public long commands() {
        return commands.sumThenReset();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
