package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DatabaseServerIT {

    private static final int WRITERS = 8;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"process", "--fsync"})
    void losesNoAcknowledgedWriteWhenItIsKilledUnderLoad(String durability) throws Exception {
        var arguments = durability.startsWith("--") ? List.of(durability) : List.<String>of();
        var acknowledged = new ConcurrentHashMap<Integer, Integer>();

        for (var kills = 1; kills <= 2; kills++) {
            try (var server = start(arguments)) {
                var enough = acknowledgedWrites(acknowledged) + 1000;
                writeUntilItDies(server.connectionString(), acknowledged, () -> {
                    if (acknowledgedWrites(acknowledged) > enough) {
                        server.kill();
                    }
                });
            }
        }

        try (var server = start(arguments)) {
            assertCounted(server, acknowledged, 2);
        }
    }

    /** Of each writer every end may have stored one write more, which it could not acknowledge. */
    private static void assertCounted(ServerProcess server, Map<Integer, Integer> acknowledged, int ends) {
        withThings(
                server.connectionString(),
                things -> acknowledged.forEach((writer, last) -> {
                    var stored = requireNonNull(things.find(eq(writer)).first());
                    assertThat(stored.getInteger("n")).isBetween(last, last + ends);
                }));
    }

    private static long acknowledgedWrites(Map<Integer, Integer> acknowledged) {
        return acknowledged.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Each writer counts in a document of its own, and remembers the last number that was acknowledged. */
    private static void writeUntilItDies(String address, Map<Integer, Integer> acknowledged, Runnable afterEachWrite) {
        withThings(address, things -> {
            try (var writers = Executors.newFixedThreadPool(WRITERS)) {
                IntStream.range(0, WRITERS)
                        .forEach(writer -> writers.execute(() -> {
                            try {
                                while (true) {
                                    things.updateOne(eq(writer), inc("n", 1), new UpdateOptions().upsert(true));
                                    acknowledged.merge(writer, 1, Integer::sum);
                                    afterEachWrite.run();
                                }
                            } catch (MongoException _) {
                                // the server is dead
                            }
                        }));
            }
        });
    }

    @Test
    void stopsCleanlyAndGoesOnWhereItEnded() throws Exception {
        try (var server = start(List.of())) {
            withThings(server.connectionString(), things -> things.insertOne(new Document("_id", 1)));
            server.stop();
            assertThat(server.awaitEnd()).isEqualTo(143);
            assertThat(server.lastWords()).isEmpty();
        }

        try (var server = start(List.of())) {
            withThings(
                    server.connectionString(),
                    things -> assertThat(things.countDocuments()).isOne());
        }
    }

    @Test
    void stopsAndSaysWhyWhenItCannotWriteWhatItWasAskedToStore() throws Exception {
        var acknowledged = new ConcurrentHashMap<Integer, Integer>();
        try (var server = ServerProcess.startOnSmallDisk(400, "--port", "0", "--data", data.toString())) {
            writeUntilItDies(server.connectionString(), acknowledged, () -> {});
            assertThat(server.lastWords()).contains("the database stops, because it cannot write its journal");
            assertThat(server.awaitEnd()).isEqualTo(3);
        }

        try (var server = start(List.of())) {
            assertCounted(server, acknowledged, 1);
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = ServerProcess.start("--port", "" + taken.getLocalPort(), "--data", data.toString())) {
            assertThat(server.lastWords())
                    .isEqualTo("the database cannot start: port " + taken.getLocalPort() + " is in use");
            assertThat(server.awaitEnd()).isEqualTo(1);
        }
    }

    @Test
    void saysThatItsDataIsInUse() throws Exception {
        try (var first = start(List.of())) {
            first.connectionString();
            try (var second = start(List.of())) {
                assertThat(second.lastWords()).isEqualTo("the database cannot start: another database uses " + data);
            }
        }
    }

    @Test
    void explainsItsArguments() throws Exception {
        try (var server = ServerProcess.start("--prot", "1")) {
            assertThat(server.lastWords()).isEqualTo(ServerOptions.USAGE);
        }
    }

    private ServerProcess start(List<String> arguments) throws Exception {
        var all = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        all.addAll(arguments);
        return ServerProcess.start(all.toArray(String[]::new));
    }

    private static void withThings(String address, Consumer<MongoCollection<Document>> use) {
        try (var client = MongoClients.create(address + "/?serverSelectionTimeoutMS=2000")) {
            use.accept(client.getDatabase("test").getCollection("things"));
        }
    }
}
