package io.nearstock.catalog.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.search.Fashion;
import io.nearstock.testkit.TestBroker;
import io.nearstock.testkit.TestMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Imports a large file into a service with a heap of 256 MB that is killed in the middle, then the same file again, and audits
 * the database; fails where anything is not as it must be. {@link ImportProofIT} does so with a short file; run by hand:
 * {@code ROWS BAD} makes the file, {@code FILE} takes {@code fashion_styles.csv.gz}.
 */
final class ImportProof {

    private final Map<String, String> servers;
    private final Path index;
    private final List<String> flags;

    private ImportProof(Map<String, String> servers, Path index, List<String> flags) {
        this.servers = servers;
        this.index = index;
        this.flags = flags;
    }

    public static void main(String[] arguments) throws IOException {
        prove(arguments.length == 1 ? ProofFile.of(new Fashion(Path.of(arguments[0]))) : made(arguments), List.of());
        System.exit(0);
    }

    /** Takes flags for the service's JVM, beside its heap. */
    static void prove(ProofFile file, List<String> flags) throws IOException {
        try (var mongo = new TestMongo()) {
            var servers = Map.of(
                    "MONGODB_URI", mongo.connectionString(), "KAFKA_BOOTSTRAP_SERVERS", TestBroker.bootstrapServers());
            new ImportProof(servers, Files.createTempDirectory("import-proof"), flags).prove(file);
            file.audit(mongo.client().getDatabase("proof"));
        }
    }

    private static ProofFile made(String[] arguments) throws IOException {
        return ProofFile.made(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void prove(ProofFile file) {
        System.out.printf(
                "%d rows, %d of them bad%n", file.rows(), file.errors().size());
        var path = file.path().toString();
        var killed = run(file.rows() / 2, "upload", path);
        assertThat(killed.ended()).as("jobs that ended before it was killed").isEmpty();
        System.out.println("killed; then the rest, and the same again");
        var second = run(Long.MAX_VALUE, "follow", killed.job(), "upload", path);
        assertThat(second.ended())
                .allMatch(job -> job.startsWith("END SUCCEEDED"))
                .hasSize(2);
    }

    /**
     * What a process told before it was over.
     *
     * @param job the last one
     * @param ended a line for each job that it saw the end of
     */
    private record Run(String job, List<String> ended) {}

    /** Kills it when the job has come so far. */
    private Run run(long killAt, String... commands) {
        try {
            var service = process(commands).start();
            var job = "";
            var ended = new ArrayList<String>();
            var pace = new Pace();
            try (var said = new BufferedReader(service.inputReader(UTF_8))) {
                for (var line = said.readLine(); line != null; line = said.readLine()) {
                    var words = line.split(" ", -1);
                    if (words[0].equals("JOB")) {
                        job = words[1];
                        pace.see(Long.parseLong(words[2]));
                        if (pace.rows() >= killAt) {
                            System.out.println(pace);
                            service.destroyForcibly();
                            break;
                        }
                    } else if (words[0].equals("END")) {
                        System.out.println(pace);
                        System.out.println(line);
                        ended.add(line);
                        pace = new Pace();
                    }
                }
            }
            service.onExit().join();
            return new Run(job, ended);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ProcessBuilder process(String... commands) {
        var java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        java.addAll(flags);
        java.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ProofService.class.getName(), index.toString()));
        java.addAll(List.of(commands));
        var process = new ProcessBuilder(java).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(servers);
        return process;
    }

    /** How fast the rows go by, from the first that was seen to the last. */
    private static final class Pace {

        private long first = -1;
        private long firstAt;
        private long last;
        private long lastAt;

        void see(long rows) {
            if (first < 0 || rows == first) {
                first = rows;
                firstAt = System.nanoTime();
            }
            last = rows;
            lastAt = System.nanoTime();
        }

        long rows() {
            return last;
        }

        @Override
        public String toString() {
            var seconds = (lastAt - firstAt) / 1e9;
            return "rows %d to %d in %.1f s, %.0f a second"
                    .formatted(first, last, seconds, (last - first) / Math.max(seconds, 0.001));
        }
    }
}
