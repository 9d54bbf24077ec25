package io.nearstock.inventory.forecast.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The process that makes forecasts, as the service starts it: for benchmarks. */
public final class PlanningProcess implements AutoCloseable {

    private final Process process;

    private PlanningProcess(Process process) {
        this.process = process;
    }

    public static PlanningProcess on(String mongodbUri, String database) {
        var own = new OwnProcess(new OwnProcessSettings(true, DataSize.ofGigabytes(1), Duration.ofMillis(20)));
        var command = own.command("--spring.mongodb.uri=" + mongodbUri, "--spring.mongodb.database=" + database);
        try {
            return new PlanningProcess(new ProcessBuilder(command).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
