package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More of something than anybody needs. */
@ExtendWith(RunningStack.class)
class SizesIT {

    private static final int SLOW_CONNECTIONS = 200;

    private final World world;

    SizesIT(World world) {
        this.world = world;
    }

    @Test
    void aBodyThatUnfoldsIsNotUnfolded() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50_000_000]);
        }

        post(world.everybody(), "/api/quotes", bomb.toByteArray(), Map.of("Content-Encoding", "gzip"))
                .isProblem(415, "unsupported_media_type");
        post(
                        world.staff(),
                        "/api/products/import",
                        bomb.toByteArray(),
                        Map.of("Content-Encoding", "gzip", "Content-Type", "text/csv"))
                .isProblem(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void nestingWithoutEndIsNoJson(int depth) {
        var arrays = ("{\"lines\":" + "[".repeat(depth)).getBytes(UTF_8);
        var objects = "{\"lines\":".repeat(depth).getBytes(UTF_8);

        for (var body : List.of(arrays, objects)) {
            assertThat(post(world.everybody(), "/api/quotes", body, Map.of()).status())
                    .isIn(400, 413);
        }
    }

    @Test
    void numbersWithoutEndAreNoNumbers() {
        for (var number : List.of("9".repeat(100_000), "1e1000000000", "1e-1000000000", "9223372036854775808")) {
            var body = "{\"lines\": [{\"sku\": \"a\", \"quantity\": %s}]}"
                    .formatted(number)
                    .getBytes(UTF_8);
            assertThat(post(world.everybody(), "/api/quotes", body, Map.of())
                            .is(400)
                            .text("/code"))
                    .isIn("invalid_type", "malformed_body");
        }
    }

    @Test
    void listsEnd() {
        var good = world.newGood(1000, 5);
        var customer = world.newCustomer();
        var line = Map.of("sku", good.sku(), "quantity", 1);
        var order = new HashMap<>(Person.orderOf(Map.of(good.sku(), 1), "tok_visa"));
        order.put("lines", Collections.nCopies(201, line));

        customer.api().post("/api/orders", order).isProblem(422, "invalid_request");
        world.everybody()
                .post("/api/quotes", Map.of("lines", Collections.nCopies(101, line)))
                .isProblem(422, "invalid_request");
        var empty = new ArrayList<Object>();
        empty.add(null);
        world.everybody().post("/api/quotes", Map.of("lines", empty)).isProblem(422, "invalid_request");
    }

    @Test
    void aCartHasRoomForWhatCanBeOrdered() {
        var customer = world.newCustomer().api();

        customer.put("/api/cart/items/" + "x".repeat(65), Map.of("quantity", 1)).isProblem(400, "invalid_parameter");
    }

    @Test
    void headersEnd() {
        var long_ = world.everybody().call("GET", "/api/products", Map.of("X-Long", "x".repeat(20_000)), new byte[0]);
        var longLine = world.everybody().get("/api/products?q=" + "x".repeat(9_000));
        var many = new HashMap<String, String>();
        for (var header = 0; header < 300; header++) {
            many.put("X-Many-" + header, "x");
        }

        assertThat(long_.status()).isEqualTo(431);
        assertThat(longLine.status()).isIn(400, 414);
        assertThat(world.everybody()
                        .call("GET", "/api/products", many, new byte[0])
                        .status())
                .isIn(200, 400, 431);
        post(world.newCustomer().api(), "/api/orders", "{}".getBytes(UTF_8), Map.of("Idempotency-Key", "k".repeat(256)))
                .isProblem(400, "invalid_idempotency_key");
    }

    /** Ten seconds later they are cut off: a machine that stalls for so long answers nobody before, but not each time. */
    @Test
    void whoSpeaksSlowlyKeepsNobodyWaiting() {
        await().atMost(Duration.ofMinutes(2)).until(this::answersOthersFirst);
    }

    private boolean answersOthersFirst() throws IOException {
        var gateway = world.stack().gateway();
        var slow = new ArrayList<Socket>();
        try {
            for (var connection = 0; connection < SLOW_CONNECTIONS; connection++) {
                var socket = new Socket(gateway.getHost(), gateway.getPort());
                socket.getOutputStream().write("GET /api/products HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(UTF_8));
                slow.add(socket);
            }

            world.everybody().get("/api/products?limit=1").is(200);

            var first = slow.getFirst();
            var stillSpeaks = isOpen(first);
            first.setSoTimeout(30_000);
            assertThat(first.getInputStream().read())
                    .as("what a slow client is sent in the end")
                    .isEqualTo(-1);
            return stillSpeaks;
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }

    private static Answer post(Api caller, String path, byte[] body, Map<String, String> more) {
        var headers = new HashMap<>(Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
        headers.putAll(more);
        return caller.call("POST", path, headers, body);
    }
}
