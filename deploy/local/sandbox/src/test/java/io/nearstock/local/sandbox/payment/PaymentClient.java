package io.nearstock.local.sandbox.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that pays by the provider's API. */
record PaymentClient(String address) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString();
        }

        long number(String field) {
            return body.path(field).asLong();
        }

        Optional<String> optional(String field) {
            return body.path(field).asStringOpt();
        }
    }

    /** An intent of 1000; answers its id. */
    String open(String reference) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("reference", reference, "amount", 1000, "currency", "GBP"));
        return post("/intents", Map.of("Idempotency-Key", reference), body).text("id");
    }

    Answer confirm(String intent, String key, String token) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("token", token, "capture", 200));
        return post("/intents/" + intent + "/confirm", Map.of("Idempotency-Key", key), body);
    }

    Answer move(String intent, String command, String key, long amount) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("amount", amount));
        return post("/intents/" + intent + "/" + command, Map.of("Idempotency-Key", key), body);
    }

    void release(String intent, String key) throws IOException, InterruptedException {
        post("/intents/" + intent + "/void", Map.of("Idempotency-Key", key), "");
    }

    void approve(String intent) throws IOException, InterruptedException {
        post("/intents/" + intent + "/approve", Map.of(), "");
    }

    Answer get(String intent) throws IOException, InterruptedException {
        return send(request("/intents/" + intent).GET());
    }

    List<String> intents(String reference) throws IOException, InterruptedException {
        var items =
                send(request("/intents?reference=" + reference).GET()).body().path("items");
        return items.valueStream().map(intent -> intent.path("id").asString()).toList();
    }

    /** What was booked for a reference, as in "capture 200". */
    List<String> ledger(String reference) throws IOException, InterruptedException {
        return entries("/ledger?reference=" + reference);
    }

    List<String> wholeLedger() throws IOException, InterruptedException {
        return entries("/ledger");
    }

    private List<String> entries(String path) throws IOException, InterruptedException {
        return send(request(path).GET())
                .body()
                .valueStream()
                .map(entry -> entry.path("kind").asString() + " "
                        + entry.path("amount").asLong())
                .toList();
    }

    Answer post(String path, Map<String, String> headers, String body) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
