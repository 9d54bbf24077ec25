package io.nearstock.catalog.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.testkit.TestBroker;
import io.nearstock.testkit.TestMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Imports a large file into a service with a heap of 256 MB that is killed in the middle, then the same file again, and looks at
 * the database. Run by hand: {@code ROWS BAD} makes the file, {@code FILE} takes a CSV file.
 */
final class ImportProof {

    private static final List<String> BAD = List.of(
            "{\"sku\": \"B%d\", \"name\": \" \", \"category\": \"c\", \"price\": {\"amount\": 5, \"currency\":"
                    + " \"GBP\"}}",
            "{\"sku\": \"B%d\", \"name\": \"N\", \"category\": \"c\", \"price\": {\"amount\": -5, \"currency\":"
                    + " \"GBP\"}}",
            "{\"sku\": \"B%d\", \"name\": \"N\", \"category\": \"c\", \"price\": {\"amount\": 5, \"currency\":"
                    + " \"EUR\"}}",
            "{\"sku\": \"B%d\", \"name\": \"N\", \"category\": \"c\", \"colour\": \"red\"}",
            "{\"sku\": \"B%d\", \"name\"");

    private final Map<String, String> servers;
    private final Path index;

    private ImportProof(Map<String, String> servers, Path index) {
        this.servers = servers;
        this.index = index;
    }

    public static void main(String[] arguments) throws IOException {
        var file = arguments.length == 1 ? Path.of(arguments[0]) : made(arguments);
        var type = arguments.length == 1 ? "text/csv" : "application/x-ndjson";
        try (var mongo = new TestMongo()) {
            var servers = Map.of(
                    "MONGODB_URI", mongo.connectionString(), "KAFKA_BOOTSTRAP_SERVERS", TestBroker.bootstrapServers());
            var proof = new ImportProof(servers, Files.createTempDirectory("import-proof"));
            proof.prove(file, type, rows(file));
            report(mongo);
        }
        System.exit(0);
    }

    private void prove(Path file, String type, long rows) {
        var job = run(rows / 2, "upload", file.toString(), type);
        System.out.println("killed");
        run(Long.MAX_VALUE, "follow", job);
        System.out.println("the same again");
        run(Long.MAX_VALUE, "upload", file.toString(), type);
    }

    /** Kills it when the job has come so far; answers with the job. */
    private String run(long killAt, String... command) {
        try {
            var service = process(command).start();
            var job = "";
            var pace = new Pace();
            try (var said = new BufferedReader(service.inputReader(UTF_8))) {
                for (var line = said.readLine(); line != null; line = said.readLine()) {
                    var words = line.split(" ", -1);
                    if (words[0].equals("JOB")) {
                        job = words[1];
                        pace.see(Long.parseLong(words[2]));
                        if (pace.rows() >= killAt) {
                            service.destroyForcibly();
                            break;
                        }
                    } else if (words[0].equals("END")) {
                        System.out.println(line);
                    }
                }
            }
            System.out.println(pace);
            service.onExit().join();
            return job;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ProcessBuilder process(String... command) {
        var java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ProofService.class.getName(),
                index.toString()));
        java.addAll(List.of(command));
        var process = new ProcessBuilder(java).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(servers);
        return process;
    }

    private static void report(TestMongo mongo) {
        var database = mongo.client().getDatabase("proof");
        var products = database.getCollection("products");
        var skus = new HashSet<String>();
        var versions = new HashSet<Long>();
        for (var product : products.find().projection(new Document("sku", 1).append("version", 1))) {
            skus.add(product.getString("sku"));
            versions.add(product.getLong("version"));
        }
        System.out.printf(
                "%d products of %d SKUs, versions %s; errors kept: %d of two jobs%n",
                products.countDocuments(),
                skus.size(),
                versions,
                database.getCollection("importErrors").countDocuments());
    }

    private static long rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Path made(String[] arguments) throws IOException {
        var rows = Integer.parseInt(arguments[0]);
        var every = rows / Integer.parseInt(arguments[1]);
        var file = Files.createTempFile("import-proof", ".ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows; row++) {
                var bad = row % every == every - 1;
                out.write(bad ? BAD.get(row / every % BAD.size()).formatted(row) : good(row));
                out.newLine();
            }
        }
        return file;
    }

    private static String good(int row) {
        return """
            {"sku": "P%d", "name": "Thing number %d", "description": "Made for the import, in a sentence or so.", \
            "brand": "Brand %d", "category": "proof/part %d", "price": {"amount": %d, "currency": "GBP"}, \
            "attributes": {"colour": "colour %d", "size": "size %d"}}\
            """.formatted(row, row, row % 300, row % 50, 100 + row % 9000, row % 20, row % 8);
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
