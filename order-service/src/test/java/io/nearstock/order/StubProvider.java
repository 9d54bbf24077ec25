package io.nearstock.order;

import io.nearstock.order.StubServer.Answer;
import io.nearstock.order.StubServer.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A payment provider in memory: the same key is the same operation, and what it answers can get lost. */
public final class StubProvider {

    /** What goes wrong with one operation. */
    public enum Fault {
        /** It is done, the answer is lost. */
        ANSWER_LOST,
        /** It is not done, and the caller cannot tell. */
        AWAY
    }

    private record Stored(
            String id,
            String reference,
            String status,
            long amount,
            String currency,
            long authorised,
            long captured,
            long refunded,
            String declineCode,
            String actionUrl) {

        Stored with(String next, long nextAuthorised, long nextCaptured, long nextRefunded) {
            return new Stored(
                    id, reference, next, amount, currency, nextAuthorised, nextCaptured, nextRefunded, "", "");
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Stored> intents = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Fault> faults = new HashMap<>();
    private final List<String> operations = new ArrayList<>();
    private final String url = StubServer.start(this::answer) + "/payments";

    public String url() {
        return url;
    }

    /** These operations (open, confirm, capture, refund, void, find) go wrong until {@link #recover}. */
    public synchronized void failAlways(String operation, Fault fault) {
        faults.put(operation, fault);
    }

    public synchronized void recover() {
        faults.clear();
    }

    /** The sums over all intents of an order: captured less refunded. */
    public synchronized long kept(String reference) {
        return of(reference).stream()
                .mapToLong(intent -> intent.captured() - intent.refunded())
                .sum();
    }

    /** What the banks still hold for the order. */
    public synchronized long authorised(String reference) {
        return of(reference).stream()
                .filter(intent -> intent.status().equals("authorised"))
                .mapToLong(intent -> intent.authorised() - intent.captured())
                .sum();
    }

    /** Each operation that moved something, such as {@code confirm ord_1.1.confirm}, once. */
    public synchronized List<String> operations(String reference) {
        return operations.stream()
                .filter(operation -> operation.contains(" " + reference + "."))
                .toList();
    }

    /** The order's intents as the provider would call back with them. */
    public synchronized List<String> callbacks(String reference) {
        return of(reference).stream()
                .map(intent -> "{\"type\": \"intent.updated\", \"intent\": " + json.writeValueAsString(intent) + "}")
                .toList();
    }

    /** The customer proves to be the customer. */
    public synchronized void approve(String reference) {
        of(reference)
                .forEach(intent ->
                        intents.put(intent.id(), intent.with("authorised", intent.amount(), intent.amount() / 5, 0)));
    }

    private List<Stored> of(String reference) {
        return intents.values().stream()
                .filter(intent -> intent.reference().equals(reference))
                .toList();
    }

    private synchronized Answer answer(Question question) {
        var parts = question.path().split("/", -1);
        var operation = question.method().equals("GET") ? "find" : parts.length == 3 ? "open" : parts[4];
        var fault = faults.get(operation);
        if (fault == Fault.AWAY) {
            return Answer.AWAY;
        }
        var answer = operation.equals("find") ? found(parts[3]) : once(operation, parts, question);
        return fault == Fault.ANSWER_LOST ? Answer.LOST : answer;
    }

    private Answer found(String id) {
        var intent = intents.get(id);
        return intent == null ? new Answer(404, "{\"code\": \"not_found\"}") : told(200, intent);
    }

    private Answer once(String operation, String[] parts, Question question) {
        return answers.computeIfAbsent(question.path() + question.key(), _ -> {
            operations.add(operation + " " + question.key());
            var body = json.readTree(question.body());
            return operation.equals("open") ? opened(body) : moved(parts[3], operation, body);
        });
    }

    private Answer opened(JsonNode body) {
        var id = "pi_" + (intents.size() + 1) + "_" + body.path("reference").asString();
        var intent = new Stored(
                id,
                body.path("reference").asString(),
                "requires_confirmation",
                body.path("amount").asLong(),
                body.path("currency").asString(),
                0,
                0,
                0,
                "",
                "");
        intents.put(id, intent);
        return told(201, intent);
    }

    private Answer moved(String id, String operation, JsonNode body) {
        var intent = intents.get(id);
        if (intent == null) {
            return new Answer(404, "{\"code\": \"not_found\"}");
        }
        var amount = body.path("amount").asLong();
        return switch (operation) {
            case "confirm" ->
                confirmed(
                        intent,
                        body.path("token").asString(),
                        body.path("capture").asLong());
            case "capture" -> kept(intent, it -> it.with(it.status(), it.authorised(), it.captured() + amount, 0));
            case "refund" ->
                kept(intent, it -> it.with(it.status(), it.authorised(), it.captured(), it.refunded() + amount));
            case "void" -> kept(intent, it -> it.with("voided", it.captured(), it.captured(), it.refunded()));
            default -> new Answer(404, "{}");
        };
    }

    private Answer confirmed(Stored intent, String token, long capture) {
        if (!intent.status().equals("requires_confirmation")) {
            return new Answer(409, "{\"code\": \"intent_" + intent.status() + "\"}");
        }
        return switch (token) {
            case "tok_declined" ->
                kept(
                        intent,
                        it -> new Stored(
                                it.id(),
                                it.reference(),
                                "declined",
                                it.amount(),
                                it.currency(),
                                0,
                                0,
                                0,
                                "card_declined",
                                ""));
            case "tok_requires_action" ->
                kept(
                        intent,
                        it -> new Stored(
                                it.id(),
                                it.reference(),
                                "requires_action",
                                it.amount(),
                                it.currency(),
                                0,
                                0,
                                0,
                                "",
                                "http://bank.example/approve"));
            case "tok_unknown" -> new Answer(422, "{\"code\": \"unknown_token\"}");
            default -> kept(intent, it -> it.with("authorised", it.amount(), capture, 0));
        };
    }

    private Answer kept(Stored intent, UnaryOperator<Stored> change) {
        var changed = change.apply(intent);
        intents.put(changed.id(), changed);
        return told(200, changed);
    }

    private Answer told(int status, Stored intent) {
        var told = json.valueToTree(intent);
        if (intent.declineCode().isEmpty()) {
            ((ObjectNode) told).putNull("declineCode");
        }
        if (intent.actionUrl().isEmpty()) {
            ((ObjectNode) told).putNull("actionUrl");
        }
        return new Answer(status, json.writeValueAsString(told));
    }
}
