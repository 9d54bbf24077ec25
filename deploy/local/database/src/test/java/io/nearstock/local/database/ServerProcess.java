package io.nearstock.local.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The server in a JVM of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "database ready at ";

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.redirectErrorStream(true).start();
        output = process.inputReader();
    }

    static ServerProcess start(String... arguments) throws IOException {
        return new ServerProcess(command(arguments));
    }

    /** With files that cannot grow beyond some blocks of 512 or 1,024 bytes, as if the disk were that small. */
    static ServerProcess startOnSmallDisk(int blocks, String... arguments) throws IOException {
        var limited = "ulimit -f " + blocks + "; exec \"$@\"";
        var command = new ArrayList<>(List.of("sh", "-c", limited, "sh"));
        command.addAll(command(arguments));
        return new ServerProcess(command);
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add(DatabaseServer.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Waits until the server is ready. */
    String connectionString() {
        return output.lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server ended before it was ready"));
    }

    /** SIGTERM. */
    void stop() {
        process.toHandle().destroy();
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Its exit code. */
    int awaitEnd() {
        return process.onExit().join().exitValue();
    }

    Duration cpuTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** What it has said since it was ready, or ever; waits for its end. */
    String lastWords() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        kill();
        awaitEnd();
    }
}
