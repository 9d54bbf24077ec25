package io.nearstock.catalog.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.catalog.StartedCatalog;
import io.nearstock.testkit.TestTokens;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service in a JVM of its own for {@link ImportProof}, which may kill it. Takes the directory of its index, then
 * any number of {@code upload FILE} and {@code follow JOB}, tells on its output how each job goes, and ends with the last.
 */
final class ProofService {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final double MEGABYTE = 1 << 20;

    private ProofService() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var service = start(Path.of(arguments[0]))) {
            for (int at = 1; at < arguments.length; at += 2) {
                var what = arguments[at + 1];
                follow(
                        service.getBean(ImportJobs.class),
                        arguments[at].equals("upload") ? upload(service, Path.of(what)) : what);
            }
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(Path index) {
        Map<String, Object> settings = Map.of(
                "server.port", "0",
                "spring.mongodb.database", "proof",
                "nearstock.messaging.namespace", "proof.",
                "nearstock.catalog.intake.lease", "3s",
                "nearstock.catalog.search.directory", index.toString(),
                "nearstock.catalog.search.meaning.enabled", "false");
        return StartedCatalog.with(settings);
    }

    private static String upload(ConfigurableApplicationContext service, Path file)
            throws IOException, InterruptedException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/products/import?policy=ignore_failed"))
                .header("Authorization", TestTokens.staff("catalog"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            var location = answer.headers().firstValue("Location").orElseThrow(() -> new IOException(answer.body()));
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private static void follow(ImportJobs jobs, String id) throws InterruptedException {
        var job = jobs.of(id);
        while (job.status() != ImportJob.Status.SUCCEEDED && job.status() != ImportJob.Status.FAILED) {
            System.out.printf("JOB %s %d%n", id, job.processed());
            Thread.sleep(GLANCE);
            job = jobs.of(id);
        }
        System.out.printf(
                "END %s processed %d, failed %d, created %d, changed %d, unchanged %d; heap at most %.0f MB%n",
                job.status(),
                job.processed(),
                job.failed(),
                job.created(),
                job.changed(),
                job.unchanged(),
                peakHeap() / MEGABYTE);
    }

    /** With what was not collected yet. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
