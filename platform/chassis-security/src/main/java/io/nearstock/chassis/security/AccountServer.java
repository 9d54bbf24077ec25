package io.nearstock.chassis.security;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** The two things that every service asks of account-service: its public keys and a token for the service itself. */
final class AccountServer {

    /** RFC 6749, section 5.1; the life is in seconds. */
    record Granted(String access_token, long expires_in) {}

    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofMillis(1500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final SecuritySettings settings;
    private final String client;

    AccountServer(SecuritySettings settings, String client) {
        this.settings = settings;
        this.client = client;
    }

    JWKSet keys() throws IOException, ParseException {
        return JWKSet.parse(answer(HttpRequest.newBuilder(settings.jwksUri()).GET()));
    }

    Granted token() throws IOException {
        var credentials = client + ":" + settings.clientSecret();
        var request = HttpRequest.newBuilder(URI.create(settings.accountUrl() + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return JSON.readValue(answer(request), Granted.class);
    }

    private String answer(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(ANSWER).build(), ofString(UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException("account-service answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
