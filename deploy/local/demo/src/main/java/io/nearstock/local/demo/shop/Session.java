package io.nearstock.local.demo.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody who has signed in, and signs in again before the access token ends. */
public final class Session {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Shop shop;
    private final Map<String, String> credentials;
    private String accessToken = "";
    private Instant renewAt = Instant.EPOCH;

    public Session(Shop shop, String login, String password) {
        this.shop = shop;
        this.credentials = Map.of("login", login, "password", password);
    }

    synchronized String accessToken() {
        if (Instant.now().isAfter(renewAt)) {
            signIn();
        }
        return accessToken;
    }

    private void signIn() {
        var answer = shop.post("/api/sessions", credentials).expect(200);
        accessToken = answer.text("/accessToken");
        renewAt = Instant.now().plusSeconds(answer.number("/expiresIn")).minus(MARGIN);
    }
}
