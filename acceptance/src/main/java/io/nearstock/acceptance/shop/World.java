package io.nearstock.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.stack.Stack;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a story can make and look at. Each story makes its own people and goods, so none disturbs another. */
public final class World {

    private static final String PASSWORD = "plum-Lantern 47 quay";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Stack stack;
    private final Api everybody;

    public World(Stack stack) {
        this.stack = stack;
        this.everybody = new Api(stack.gateway(), null);
    }

    public Api everybody() {
        return everybody;
    }

    /** Staff with every scope. */
    public Api staff() {
        return signedIn(stack.login("staff"), stack.password("staff"));
    }

    public Stack stack() {
        return stack;
    }

    /** Someone new, signed up and signed in. */
    public Person newCustomer() {
        var name = unique("shopper-");
        var email = name + "@example.com";
        everybody
                .post("/api/accounts", Map.of("username", name, "email", email, "password", PASSWORD))
                .is(202);
        return new Person(name, email, PASSWORD, signedIn(name, PASSWORD));
    }

    public Api signedIn(String login, String password) {
        return everybody.with(token(login, password));
    }

    public String token(String login, String password) {
        return everybody
                .post("/api/sessions", Map.of("login", login, "password", password))
                .is(200)
                .text("/accessToken");
    }

    /** A product with this stock in a hub of its own in London. */
    public Good newGood(long pence, int stock) {
        var good = newGood(unique("GOOD-"), pence);
        if (stock > 0) {
            receive(newHub(), good.sku(), stock);
        }
        return good;
    }

    private Good newGood(String sku, long pence) {
        var product = Map.of(
                "sku",
                sku,
                "name",
                "Lantern " + sku,
                "category",
                "home/lighting",
                "price",
                Map.of("amount", pence, "currency", "GBP"));
        var made = staff().post("/api/products", product).is(201);
        return new Good(sku, made.text("/id"), made.header("ETag"));
    }

    public String newHub() {
        var hub = Map.of("name", unique("Hub "), "landmark", "by the old crane", "position", point(0.05, 51.50));
        return staff().post("/api/hubs", hub).is(201).text("/id");
    }

    public void receive(String hubId, String sku, int quantity) {
        var lines = List.of(Map.of("sku", sku, "quantity", quantity));
        var receipt = Map.of("hubId", hubId, "lines", lines, "reason", "opening stock");
        var answer = staff().post("/api/stock/receipts", receipt);
        assertThat(answer.status()).as(answer.raw()).isBetween(200, 201);
    }

    /** Units that anybody could still order. */
    public long available(String sku) {
        return sum(sku, "available");
    }

    public long onHand(String sku) {
        return sum(sku, "onHand");
    }

    public long allocated(String sku) {
        return sum(sku, "allocated");
    }

    private long sum(String sku, String bucket) {
        var hubs = staff().get("/api/stock/" + sku).is(200).body().path("hubs");
        return items(hubs).mapToLong(hub -> hub.path(bucket).asLong()).sum();
    }

    public List<JsonNode> movements(String sku) {
        var page = staff().get("/api/stock/" + sku + "/movements?limit=100").is(200);
        return items(page.body().path("items")).toList();
    }

    /** What the provider's own books say of an order. */
    public List<JsonNode> ledger(String orderId) {
        return items(look(stack.payments() + "/ledger?reference=" + orderId)).toList();
    }

    /** The provider's books from their first line to the last. */
    public List<JsonNode> wholeLedger() {
        return items(look(stack.payments() + "/ledger")).toList();
    }

    /** Minor units that the provider took for an order and did not give back. */
    public long kept(String orderId) {
        return ledger(orderId).stream().mapToLong(World::movement).sum();
    }

    private static long movement(JsonNode entry) {
        var amount = entry.path("amount").asLong();
        return switch (entry.path("kind").asString()) {
            case "capture" -> amount;
            case "refund" -> -amount;
            default -> 0;
        };
    }

    public List<JsonNode> mails(Person to) {
        return items(look(stack.mailbox() + "/messages?to=" + to.email())).toList();
    }

    public List<JsonNode> mailsTo(String address) {
        return items(look(stack.mailbox() + "/messages?limit=1000&to=" + address))
                .toList();
    }

    /** The mails to somebody that name an order. */
    public List<JsonNode> mails(Person to, String orderId) {
        return mails(to).stream()
                .filter(mail -> mail.path("text").asString().contains(orderId))
                .toList();
    }

    private static JsonNode look(String address) {
        return Api.send(HttpRequest.newBuilder(URI.create(address))).is(200).body();
    }

    public static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static Map<String, Object> point(double longitude, double latitude) {
        return Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
    }

    /** A name that nobody has had before. */
    public static String unique(String prefix) {
        var random = new BigInteger(50, RANDOM).toString(36);
        return prefix
                + (prefix.endsWith("-") && prefix.equals(prefix.toUpperCase(Locale.ROOT))
                        ? random.toUpperCase(Locale.ROOT)
                        : random);
    }
}
