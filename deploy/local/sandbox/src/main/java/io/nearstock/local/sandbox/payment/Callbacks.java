package io.nearstock.local.sandbox.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the merchant what became of an intent, again and again until it answers 2xx, a bounded number of times. What
 * waits is lost when this process ends: a merchant asks by itself too.
 */
@Component
final class Callbacks implements AutoCloseable {

    record Told(String type, Instant timestamp, IntentView intent) {}

    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final PaymentSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Callbacks(PaymentSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** @param times how often to tell it though the merchant has understood */
    void tell(Intent intent, int times) {
        if (!settings.callbackUrl().isEmpty()) {
            var view = IntentView.of(intent, settings.publicUrl());
            var body = json.writeValueAsString(new Told("intent.updated", clock.instant(), view));
            var callback = new Callback("msg_" + UUID.randomUUID(), body, times);
            senders.execute(() -> send(callback));
        }
    }

    private void send(Callback callback) {
        for (var time = 0; time < callback.times(); time++) {
            sendUntilAccepted(callback);
        }
    }

    private void sendUntilAccepted(Callback callback) {
        try {
            for (var delay : settings.callbackDelays()) {
                if (accepted(callback)) {
                    return;
                }
                Thread.sleep(delay);
            }
            if (!accepted(callback)) {
                log.warn("gave up callback {}", callback.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean accepted(Callback callback) throws InterruptedException {
        try {
            var answer = http.send(request(callback), BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException e) {
            log.debug("callback {} failed", callback.id(), e);
            return false;
        }
    }

    private HttpRequest request(Callback callback) {
        var now = clock.instant().getEpochSecond();
        var signature = new CallbackSignature(settings.webhookSecret());
        return HttpRequest.newBuilder(URI.create(settings.callbackUrl()))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("webhook-id", callback.id())
                .header("webhook-timestamp", String.valueOf(now))
                .header("webhook-signature", signature.of(callback.id(), now, callback.body()))
                .POST(BodyPublishers.ofString(callback.body()))
                .build();
    }

    @Override
    public void close() {
        senders.shutdownNow();
        http.shutdownNow();
    }
}
