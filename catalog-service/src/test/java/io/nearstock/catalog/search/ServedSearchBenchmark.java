package io.nearstock.catalog.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClients;
import io.nearstock.catalog.JavaProcess;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.search.Shoppers.Question;
import io.nearstock.local.database.DatabaseServer;
import io.nearstock.testkit.TestBroker;
import io.nearstock.testkit.TestEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the search as it is served: over HTTP, by a process of the service with the flags of {@code ./nearstock load},
 * beside one of the stand-in database; the broker is in this JVM. Products are as {@link SearchBenchmark} has them: they are
 * written to the database, of which the service builds its index, or with {@code -Ddirectly=true} by the service to its index
 * alone, which is sooner done; their stock is told by messages. Run by hand with the fashion file and the number of products.
 * {@code -Dflags=} adds flags for the service, {@code -Dsearches=N} of each kind are
 * measured, {@code -Drate=N} is what all sizes are asked a second beside half of what each can.
 */
final class ServedSearchBenchmark {

    private static final int SEARCHES = Integer.getInteger("searches", 2_000);
    private static final int WARM = Integer.getInteger("warm", 20_000);
    private static final int RATE = Integer.getInteger("rate", 100);
    private static final int SECONDS = Integer.getInteger("seconds", 40);
    private static final boolean DIRECTLY = Boolean.getBoolean("directly");
    private static final int CONNECTIONS = 16;
    private static final int CLOSED = 4;
    private static final int BATCH = 1_000;
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "-Xms256m",
            "-Xmn48m",
            "-XX:ReservedCodeCacheSize=240m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED");

    private final List<Product> products;
    private final Map<String, String> servers;
    private final Path index;
    private final Path fashion;
    private final List<SearchTraffic.Kind> kinds;
    private final Random random = new Random(3);

    private ServedSearchBenchmark(List<Product> products, Map<String, String> servers, Path index, Path fashion) {
        this.products = products;
        this.servers = servers;
        this.index = index;
        this.fashion = fashion;
        this.kinds = new SearchTraffic(products, new Random(7)).kinds();
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("http.maxConnections", Integer.toString(CONNECTIONS));
        var products = new Fashion(Path.of(arguments[0])).products(Integer.parseInt(arguments[1]));
        var data = Files.createTempDirectory("served-search");
        try (var database = database(data.resolve("database"))) {
            var address = database.ready().substring(database.ready().indexOf("mongodb:"));
            var servers = Map.of("MONGODB_URI", address, "KAFKA_BOOTSTRAP_SERVERS", TestBroker.bootstrapServers());
            var benchmark = new ServedSearchBenchmark(products, servers, data.resolve("index"), Path.of(arguments[0]));
            if (!DIRECTLY) {
                benchmark.fill(address);
            }
            benchmark.tellStock();
            benchmark.run(database);
        }
        System.exit(0);
    }

    private static JavaProcess database(Path data) throws IOException {
        return JavaProcess.start(
                flags("-Xmx6g"), Map.of(), "mongodb:", DatabaseServer.class, "--port", "0", "--data", data.toString());
    }

    private static List<String> flags(String more) {
        return Stream.concat(FLAGS.stream(), Arrays.stream(more.split(" ")))
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /** A service that has lived before has made what the database needs to be asked. */
    private void fill(String address) throws IOException {
        try (var client = MongoClients.create(address)) {
            var collection = client.getDatabase(ServedSearch.NAME).getCollection("products", Product.class);
            start(index.toString()).close();
            var began = System.nanoTime();
            for (int from = 0; from < products.size(); from += BATCH) {
                collection.insertMany(products.subList(from, Math.min(from + BATCH, products.size())));
            }
            System.out.printf("%,d products written to the database in %.1f s%n", products.size(), seconds(began));
        }
    }

    /** Three quarters of all products are in one hub. */
    private void tellStock() {
        var json = new JsonMapper();
        try (var events = new TestEvents(ServedSearch.NAME + ".");
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (int hub = 0; hub < SearchTraffic.HUBS; hub++) {
                var place = SearchTraffic.place(hub);
                var position = Map.of("type", "Point", "coordinates", List.of(place.longitude(), place.latitude()));
                var told = Map.of("hubId", "hub_" + hub, "name", "Hub " + hub, "position", position);
                events.publish("hub.changed", "hub_" + hub, 1, json.writeValueAsString(told));
            }
            for (var product : products) {
                var hub = "hub_" + random.nextInt(SearchTraffic.HUBS);
                var told = Map.of("sku", product.sku(), "hubId", hub, "available", random.nextInt(4));
                var message = new ProducerRecord<>(
                        ServedSearch.NAME + ".stock.levels", product.sku(), json.writeValueAsString(told));
                message.headers().add("ce_type", "stock.level".getBytes(UTF_8));
                message.headers().add("ce_sequence", "1".getBytes(UTF_8));
                var _ = producer.send(message);
            }
        }
    }

    private void run(JavaProcess database) throws IOException {
        var itself = new String[] {index.toString(), fashion.toString(), Integer.toString(products.size())};
        try (var service = serve("with no index", DIRECTLY ? itself : new String[] {index.toString()})) {
            measure(service);
            System.out.printf("service %s%ndatabase %s%n", service.memory(), database.memory());
            service.kill();
        }
        if (!DIRECTLY) {
            serve("killed, with its index", index.toString()).close();
        }
    }

    private JavaProcess start(String... arguments) throws IOException {
        var flags = flags("-Xmx3g " + System.getProperty("flags", ""));
        return JavaProcess.start(flags, servers, ServedSearch.READY, ServedSearch.class, arguments);
    }

    private JavaProcess serve(String how, String... arguments) throws IOException {
        var began = System.nanoTime();
        var service = start(arguments);
        var answers = seconds(began);
        var one = shoppers(service, 1, 0);
        var total = total(one, "limit=1");
        System.out.printf(
                "%s it answers after %.1f s, with %,d products; service %s%n", how, answers, total, service.memory());
        var before = -1;
        for (var now = 0; now == 0 || now > before; now = total(one, "limit=1&inStock=true")) {
            before = now;
            pause();
        }
        System.out.printf("it knows what is in stock after at most %.1f s%n", seconds(began));
        return service;
    }

    private static int total(Shoppers shoppers, String query) {
        return new JsonMapper()
                .readTree(shoppers.ask(new Question("", query)))
                .path("total")
                .asInt();
    }

    private void measure(JavaProcess service) {
        shoppers(service, CLOSED, 0).ask(mixed(WARM));
        for (var kind : kinds) {
            alone(service, kind);
        }
        var closed = shoppers(service, CLOSED, 0);
        var used = service.processorTime();
        var waits = closed.ask(mixed(kinds.size() * SEARCHES));
        var processor = service.processorTime().minus(used).toNanos() / 1e9;
        System.out.printf(
                "%d clients in a closed loop %,.0f a second, %,.0f a second and core of the service%n",
                CLOSED, waits.each(), waits.number() / processor);
        open(service, waits.each() / 2);
        open(service, RATE);
    }

    private void alone(JavaProcess service, SearchTraffic.Kind kind) {
        var used = service.processorTime();
        var waits = shoppers(service, 1, 0).ask(questions(kind, SEARCHES));
        var processor = service.processorTime().minus(used).toNanos() / 1e9;
        System.out.printf(
                "%-36s alone p50 %6.2f ms  p99 %6.2f ms  %,7.0f a second and core%n",
                kind.name(), waits.millis("", .5), waits.millis("", .99), SEARCHES / processor);
    }

    private void open(JavaProcess service, double rate) {
        var waits = shoppers(service, CONNECTIONS, rate).ask(mixed((int) (rate * SECONDS)));
        System.out.printf(
                "%,.0f a second of all kinds in an open loop: p50 %.2f ms  p99 %.2f ms, %,.0f a second answered%n",
                rate, waits.millis("", .5), waits.millis("", .99), waits.each());
        for (var kind : kinds) {
            System.out.printf(
                    "%-36s open  p50 %6.2f ms  p99 %6.2f ms%n",
                    kind.name(), waits.millis(kind.name(), .5), waits.millis(kind.name(), .99));
        }
    }

    private List<Question> mixed(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> kinds.get(random.nextInt(kinds.size())))
                .map(kind -> new Question(kind.name(), kind.query().get()))
                .toList();
    }

    private static List<Question> questions(SearchTraffic.Kind kind, int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> new Question(kind.name(), kind.query().get()))
                .toList();
    }

    private static Shoppers shoppers(JavaProcess service, int number, double rate) {
        var port = service.ready().substring(ServedSearch.READY.length());
        return new Shoppers(URI.create("http://localhost:" + port), number, rate);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
