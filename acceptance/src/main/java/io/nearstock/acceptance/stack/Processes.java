package io.nearstock.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes of a stack, by the names of their logs: ended and stopped as by accident, started as an operator would.
 *
 * @param environment what each process is told when it is started anew
 */
public record Processes(Launcher launcher, Map<String, String> environment) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 20;

    /** As many instances as one of these has are started again. */
    private static final List<String> TWINS = List.of("order-service", "inventory-service");

    /** Every process of the stack, the door last. */
    public static List<String> all() {
        return List.of(
                "database",
                "broker",
                "discovery",
                "sandbox",
                "account-service",
                "catalog-service",
                "inventory-service",
                "inventory-service-2",
                "order-service",
                "order-service-2",
                "recommendation-service",
                "notification-service",
                "gateway");
    }

    /** As a power cut would: no goodbye, and nothing that it had in memory. */
    public void kill(Collection<String> names) {
        names.forEach(name -> handle(name).ifPresent(ProcessHandle::destroyForcibly));
        names.forEach(this::awaitEnd);
    }

    /** As a deployment would: requests are answered, groups are left. */
    public void end(Collection<String> names) {
        names.forEach(name -> handle(name).ifPresent(ProcessHandle::destroy));
        names.forEach(this::awaitEnd);
    }

    /** Stops a process as a long pause of its machine would; it knows nothing of it. */
    public void pause(String name) {
        signal("-STOP", name);
    }

    public void resume(String name) {
        signal("-CONT", name);
    }

    /** Starts what does not run, and waits until it can serve. */
    public void startMissing() {
        launch("up");
        TWINS.forEach(service -> launch("scale", service, "2"));
    }

    /** Starts these alone, whatever else does not run. */
    public void restart(Collection<String> names) {
        services(names).forEach(service -> launch("restart", service));
    }

    /** Starts these and what they cannot do without. */
    public void start(Collection<String> names) {
        if (names.stream().anyMatch(name -> !name.endsWith("-2"))) {
            launch("up");
        }
        var twins = names.stream().filter(name -> name.endsWith("-2")).toList();
        services(twins).forEach(service -> launch("scale", service, "2"));
    }

    public Processes with(Map<String, String> others) {
        return new Processes(launcher, others);
    }

    public boolean isReady(String name) {
        var port = record(name).map(record -> record.get("port").asInt());
        return port.isPresent() && answers(port.get());
    }

    public Optional<ProcessHandle> handle(String name) {
        return record(name)
                .flatMap(record -> ProcessHandle.of(record.get("pid").asLong()))
                .filter(ProcessHandle::isAlive);
    }

    public Path folder() {
        return launcher.home();
    }

    private static Collection<String> services(Collection<String> names) {
        var services = new LinkedHashSet<String>();
        names.forEach(name -> services.add(name.endsWith("-2") ? name.substring(0, name.length() - 2) : name));
        return services;
    }

    private void launch(String... command) {
        launcher.with(environment).run(command);
    }

    private Optional<JsonNode> record(String name) {
        var file = folder().resolve("pids").resolve(name + ".json");
        return Files.exists(file) ? Optional.of(JSON.readTree(file)) : Optional.empty();
    }

    private void awaitEnd(String name) {
        handle(name).ifPresent(process -> {
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (Exception notEnded) {
                process.destroyForcibly();
            }
        });
    }

    private void signal(String signal, String name) {
        var pid = handle(name)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .pid();
        run(List.of("kill", signal, String.valueOf(pid)));
    }

    /** Runs a program of the system to its end. */
    public static void run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(new ArrayList<>(command)).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean answers(int port) {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(3000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
