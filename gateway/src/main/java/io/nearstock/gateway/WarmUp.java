package io.nearstock.gateway;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/**
 * Asks itself for each service before the door opens, as the first answers of a cold process take seconds; before that
 * as somebody with a token, so that the keys to tokens are there. What it asks for is nowhere; a service that does not
 * answer is not asked again.
 */
@Component
final class WarmUp implements SmartLifecycle {

    private static final int REQUESTS_A_SERVICE = 50;
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final String NOBODY = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID("warm-up")
                    .build()
                    .toBase64URL()
            + ".e30.AA";

    private final HttpHandler requests;
    private final Services services;
    private volatile boolean running;

    WarmUp(HttpHandler requests, Services services) {
        this.requests = requests;
        this.services = services;
    }

    @Override
    public void start() {
        running = true;
        var door = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(requests))
                .bindNow();
        try {
            askAt(door);
        } finally {
            door.disposeNow();
        }
    }

    private void askAt(DisposableServer door) {
        var self = HttpClient.create().baseUrl("http://localhost:" + door.port());
        var nobody = self.headers(headers -> headers.set(AUTHORIZATION, "Bearer " + NOBODY));
        var targets = services.paths().values().stream()
                .map(paths -> paths.getFirst() + "/warm-up")
                .toList();
        ask(nobody, targets.getFirst(), 1)
                .thenMany(Flux.fromIterable(targets).flatMap(target -> ask(self, target, REQUESTS_A_SERVICE)))
                .take(AT_MOST)
                .blockLast();
    }

    private static Flux<Integer> ask(HttpClient self, String path, int times) {
        return self.get()
                .uri(path)
                .response()
                .map(answer -> answer.status().code())
                .repeat(times - 1L)
                .takeWhile(status -> status < 500)
                .onErrorComplete();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
