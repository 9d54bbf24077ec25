package io.nearstock.acceptance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.nearstock.acceptance.chaos.fault.FaultProxy.Weather;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTests {

    private final AtomicInteger arrived = new AtomicInteger();
    private HttpServer neighbour;
    private FaultProxy network;

    @BeforeEach
    void connect() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        neighbour.start();
        network = FaultProxy.listen(
                0, List.of(portOfNobody(), neighbour.getAddress().getPort()));
    }

    @AfterEach
    void disconnect() {
        network.close();
        neighbour.stop(0);
    }

    @Test
    void findsTheInstanceThatLives() throws Exception {
        assertThat(ask()).isEqualTo(200);
        assertThat(ask()).isEqualTo(200);
    }

    @Test
    void cutsEveryConnection() throws Exception {
        network.turn(Weather.CUT);

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(arrived).hasValue(0);
    }

    @Test
    void dropsAnswersButNoRequests() {
        network.turn(Weather.DEAF);

        assertThatThrownBy(this::ask).isInstanceOf(HttpTimeoutException.class);
        assertThat(arrived).hasValue(1);
    }

    @Test
    void servesAgainWhenTheWeatherIsFair() throws Exception {
        network.turn(Weather.CUT);
        network.turn(Weather.FAIR);

        assertThat(ask()).isEqualTo(200);
    }

    private int ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + network.port() + "/"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static int portOfNobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
