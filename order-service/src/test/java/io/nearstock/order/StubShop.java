package io.nearstock.order;

import io.nearstock.order.StubServer.Answer;
import io.nearstock.order.StubServer.Question;
import io.nearstock.testkit.Contracts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Catalog, inventory and account in one small process: every SKU costs 2500 minor units of any currency but those that
 * begin with UNKNOWN, and in others than pounds those that begin with HOME; of every SKU there is plenty but of those that
 * begin with SCARCE, of which there is nothing, and of PRE, which has not come before {@link #goodsCome}. One that contains
 * LIMITED is 500 cheaper by a promotion whose uses are held; those of the coupon GONE are used up.
 */
public final class StubShop {

    private static final Set<String> ALL =
            Set.of("quote", "hold", "claim", "release", "redeem", "return", "address", "missing", "code");

    private final JsonMapper json = new JsonMapper();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Answer> holds = new HashMap<>();
    private final List<String> released = new ArrayList<>();
    private final Map<String, String> redeemers = new HashMap<>();
    private final List<String> returned = new ArrayList<>();
    private final Set<String> come = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final String url = StubServer.start(this::answer);

    public String url() {
        return url;
    }

    /** From now on this (quote, hold, claim, release, redeem, return, address) answers 503, and does nothing. */
    public void isAway(String... what) {
        away.addAll(List.of(what));
    }

    public void recover() {
        away.clear();
    }

    /** Which order has the hold now; empty when none. */
    public synchronized String claimant(String holdId) {
        return claims.getOrDefault(holdId, "");
    }

    /** Which order has the uses under this hold's id; empty when none. */
    public synchronized String redeemer(String holdId) {
        return redeemers.getOrDefault(holdId, "");
    }

    public synchronized boolean isReturned(String holdId) {
        return returned.contains(holdId);
    }

    /** Time passes at catalog: nobody can claim the uses any more. */
    public synchronized void expireUses(String holdId) {
        returned.add(holdId);
    }

    public synchronized boolean isReleased(String holdId) {
        return released.contains(holdId);
    }

    /** The holds that were made for an order or a checkout and not released. */
    public synchronized List<String> heldFor(String reference) {
        return holds.entrySet().stream()
                .filter(hold -> hold.getValue().body().contains(reference))
                .map(Map.Entry::getKey)
                .filter(hold -> !released.contains(hold))
                .toList();
    }

    /** What a hold waits for arrives at its hub. */
    public synchronized void goodsCome(String holdId) {
        come.add(holdId);
    }

    /** Time passes at inventory: nobody can claim the hold any more. */
    public synchronized void expire(String holdId) {
        released.add(holdId);
    }

    /** How often this was called with the text in its path or body. */
    public synchronized long calls(String ending, String text) {
        return questions.stream()
                .filter(question -> question.path().endsWith(ending))
                .filter(question ->
                        question.path().contains(text) || question.body().contains(text))
                .count();
    }

    private synchronized Answer answer(Question question) {
        var what =
                ALL.stream().filter(each -> isAbout(each, question)).findFirst().orElse("nothing");
        if (away.contains(what)) {
            return Answer.AWAY;
        }
        questions.add(question);
        var body = question.body().isEmpty() ? json.createObjectNode() : json.readTree(question.body());
        return switch (what) {
            case "quote" -> quoted(body);
            case "hold" -> holds.computeIfAbsent(id(question), id -> held(id, body));
            case "claim" ->
                claimed(claims, released, id(question), body.path("orderId").asString());
            case "release" -> released(claims, released, id(question));
            case "redeem" ->
                claimed(redeemers, returned, id(question), body.path("orderId").asString());
            case "return" -> released(redeemers, returned, id(question));
            case "address" -> addressed(question);
            case "missing" -> missing(id(question));
            case "code" -> new Answer(200, Contracts.call("authenticity.response"));
            default -> new Answer(404, "{}");
        };
    }

    private static boolean isAbout(String what, Question question) {
        return switch (what) {
            case "quote" -> question.isTo("POST", "/internal/quotes");
            case "hold" -> question.method().equals("PUT");
            case "claim" -> question.isTo("POST", "/claim") && question.path().contains("/holds/");
            case "release" ->
                question.isTo("POST", "/release") && question.path().contains("/holds/");
            case "redeem" -> question.isTo("POST", "/claim") && question.path().contains("/redemptions/");
            case "return" ->
                question.isTo("POST", "/release") && question.path().contains("/redemptions/");
            case "address" -> question.path().contains("/addresses/");
            case "missing" -> question.isTo("GET", "/missing");
            case "code" -> question.path().startsWith("/internal/authenticity/");
            default -> false;
        };
    }

    private static String id(Question question) {
        return question.path().split("/", -1)[3];
    }

    private Answer quoted(JsonNode body) {
        if (body.path("coupon").asString("").equals("GONE")) {
            return new Answer(422, """
                {"code": "coupon_used_up", "detail": "It cannot be used any more.",
                 "errors": [{"pointer": "/coupon", "code": "coupon_used_up", "detail": "Used up."}]}\
                """);
        }
        var currency = body.path("currency").asString("GBP");
        var held = false;
        var lines = json.createArrayNode();
        for (var line : body.path("lines")) {
            var sku = line.path("sku").asString();
            if (sku.startsWith("UNKNOWN")) {
                return new Answer(422, """
                    {"code": "unknown_sku", "detail": "It is not sold here.",
                     "errors": [{"pointer": "/lines/%d/sku", "code": "unknown_sku", "detail": "Not sold."}]}\
                    """.formatted(lines.size()));
            }
            if (sku.startsWith("HOME") && !currency.equals("GBP")) {
                return new Answer(422, """
                    {"code": "no_price_in_currency", "detail": "It has no price in this currency.", "errors":
                     [{"pointer": "/lines/%d", "code": "no_price_in_currency", "detail": "No.", "sku": "%s"}]}\
                    """.formatted(lines.size(), sku));
            }
            var limited = sku.contains("LIMITED");
            held = held || (limited && body.has("holdId"));
            var total = 2500 * quantity(line) - (limited ? 500 : 0);
            lines.add(json.readTree("""
                {"sku": "%s", "productId": "prd_%s", "name": "%s", "quantity": %d, "discounts": [%s],
                 "unitPrice": {"amount": 2500, "currency": "%s"}, "total": {"amount": %d, "currency": "%s"}}\
                """.formatted(
                    sku, sku, sku, quantity(line), limited ? discount(currency) : "", currency, total, currency)));
        }
        return new Answer(
                200, """
                    {"lines": %s, "total": {"amount": 0, "currency": "%s"}%s}\
                    """.formatted(lines, currency, held ? ", \"usesHeldUntil\": \"2098-01-01T00:00:00Z\"" : ""));
    }

    private static String discount(String currency) {
        return """
            {"promotionId": "prm_1", "name": "First", "amount": {"amount": 500, "currency": "%s"}}\
            """.formatted(currency);
    }

    private Answer held(String id, JsonNode body) {
        var lines = body.path("lines");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.path(i).path("sku").asString().startsWith("SCARCE")) {
                return new Answer(
                        409, """
                            {"code": "insufficient_stock", "errors": [{"pointer": "/lines/%d", "code": "short",
                             "detail": "None left.", "sku": "%s", "requested": %d, "available": 0}]}\
                            """.formatted(i, lines.path(i).path("sku").asString(), quantity(lines.path(i))));
            }
        }
        if (body.path("claimBy").isString()) {
            claims.put(id, body.path("claimBy").asString());
        }
        return new Answer(201, """
            {"id": "%s", "status": "held", "expiresAt": "2099-01-01T00:00:00Z", "reason": "%s",
             "shipments": [{"hubId": "hub_1", "hubName": "Leeds", "distanceKm": 3.1, "promisedDate": "2026-11-26",
               "position": {"type": "Point", "coordinates": [-1.5, 53.8]}, "lines": %s%s}]}\
            """.formatted(
                        id,
                        body.path("reference").asString(),
                        lines,
                        lines.toString().contains("\"PRE") ? ", \"shipsOn\": \"2026-11-25\"" : ""));
    }

    private Answer missing(String holdId) {
        var items = come.contains(holdId) ? "" : "{\"sku\": \"PRE-1\", \"hubId\": \"hub_1\", \"quantity\": 1}";
        return new Answer(200, "{\"items\": [%s]}".formatted(items));
    }

    private static Answer claimed(Map<String, String> claims, List<String> gone, String id, String orderId) {
        if (gone.contains(id)) {
            return new Answer(409, "{\"code\": \"hold_expired\"}");
        }
        var claimant = claims.computeIfAbsent(id, _ -> orderId);
        return claimant.equals(orderId) ? new Answer(200, "{}") : new Answer(409, "{\"code\": \"hold_claimed\"}");
    }

    private static Answer released(Map<String, String> claims, List<String> gone, String id) {
        gone.add(id);
        claims.remove(id);
        return new Answer(200, "{}");
    }

    private static Answer addressed(Question question) {
        return question.path().endsWith("/home") ? new Answer(200, """
            {"label": "home", "line1": "1 Mill Road", "line2": null, "city": "Cambridge", "postcode": "CB1 2AD",
             "country": "GB", "position": {"type": "Point", "coordinates": [0.13, 52.2]}}\
            """) : new Answer(404, "{\"code\": \"not_found\"}");
    }

    private static int quantity(JsonNode line) {
        return line.path("quantity").asInt();
    }
}
