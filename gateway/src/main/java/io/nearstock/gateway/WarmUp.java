package io.nearstock.gateway;

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
 * Asks itself for each service before the door opens, as the first answers of a cold process take seconds. What it asks
 * for is nowhere; a service that does not answer is not asked again.
 */
@Component
final class WarmUp implements SmartLifecycle {

    private static final int REQUESTS_A_SERVICE = 50;
    private static final Duration AT_MOST = Duration.ofSeconds(3);

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
        Flux.fromIterable(services.paths().values())
                .flatMap(paths -> ask(self, paths.getFirst() + "/warm-up"))
                .take(AT_MOST)
                .blockLast();
    }

    private static Flux<Integer> ask(HttpClient self, String path) {
        return self.get()
                .uri(path)
                .response()
                .map(answer -> answer.status().code())
                .repeat(REQUESTS_A_SERVICE - 1)
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
