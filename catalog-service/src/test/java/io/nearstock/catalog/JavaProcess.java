package io.nearstock.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of this class path in a JVM of its own, for measurements. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final String ready;

    private JavaProcess(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Waits for the line in which it says this word; passes on what it says before and after. */
    public static JavaProcess start(
            List<String> flags, Map<String, String> environment, String word, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = process.inputReader(UTF_8);
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(word)) {
                Thread.ofPlatform().daemon().start(() -> passOn(said));
                return new JavaProcess(process, line);
            }
            System.out.println(line);
        }
        throw new IOException(
                main + " has ended with " + process.onExit().join().exitValue());
    }

    private static void passOn(BufferedReader said) {
        try (said) {
            said.lines().forEach(System.out::println);
        } catch (IOException | UncheckedIOException ended) {
            System.out.println(ended.getMessage());
        }
    }

    /** The line that it waited for. */
    public String ready() {
        return ready;
    }

    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What of it is in memory, files that it maps included, and the most there was, as Linux tells them. */
    public String memory() throws IOException {
        try (var status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return String.join(
                    ", ",
                    status.filter(line -> line.matches("(VmHWM|RssAnon|RssFile):.*"))
                            .map(line -> line.replaceAll("\\s+", " "))
                            .toList());
        }
    }

    /** As a power failure would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
