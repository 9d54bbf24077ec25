package io.nearstock.acceptance.security.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.security.api.Operation.Parameter;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes the requests of a seed: number n is the same whichever others are sent. */
record Requests(long seed, List<Operation> operations, Things things) {

    FuzzRequest number(int number) {
        var random = new SplittableRandom(seed * 1_000_003L + number);
        var operation = operations.get(number % operations.size());
        var path = operation.pathWith(variable -> encoded(variable(operation, variable, random)));
        var headers = headers(operation, random);
        return new FuzzRequest(
                number, operation, path + query(operation, random), headers, body(operation, headers, random));
    }

    private String variable(Operation operation, String name, RandomGenerator random) {
        var kind = name.equals("id") ? operation.collection() : name.equals("productId") ? "products" : name;
        return switch (random.nextInt(6)) {
            case 0 -> nonEmpty(Oddities.text(random));
            case 1 -> "none_such";
            default -> things.any(kind, random);
        };
    }

    private static String nonEmpty(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private String query(Operation operation, RandomGenerator random) {
        var query = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .filter(parameter -> parameter.required() || random.nextInt(3) == 0)
                .map(parameter -> parameter.name() + "=" + encoded(value(operation, parameter, random)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String value(Operation operation, Parameter parameter, RandomGenerator random) {
        if (parameter.name().equals("cursor")) {
            return Oddities.cursor(random);
        }
        return switch (random.nextInt(5)) {
            case 0 -> Oddities.text(random);
            case 1 -> Oddities.number(random);
            default -> meant(operation, parameter, random);
        };
    }

    private String meant(Operation operation, Parameter parameter, RandomGenerator random) {
        return switch (parameter.name()) {
            case "near" -> "%s,%s".formatted(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            case "radiusKm" -> Double.toString(random.nextDouble() * 500);
            case "skus" -> things.any("sku", random);
            case "productId" -> things.any("products", random);
            default ->
                new Values(operation, things, random).of(parameter.schema()).asString("");
        };
    }

    private static Map<String, String> headers(Operation operation, RandomGenerator random) {
        var headers = new HashMap<String, String>();
        if (operation.takes("Idempotency-Key")) {
            header(headers, "Idempotency-Key", "fuzz-" + random.nextLong(), random);
        }
        if (operation.takes("If-Match")) {
            header(headers, "If-Match", "\"" + random.nextInt(4) + "\"", random);
        }
        if (random.nextInt(20) == 0) {
            headers.put("Accept", Oddities.any(List.of("text/plain", "*/*", "application/xml", "nonsense"), random));
        }
        return headers;
    }

    private static void header(Map<String, String> headers, String name, String value, RandomGenerator random) {
        switch (random.nextInt(20)) {
            case 0 -> {}
            case 1 -> headers.put(name, "k".repeat(300));
            case 2 -> headers.put(name, "*, W/\"x\" $where");
            default -> headers.put(name, value);
        }
    }

    private byte[] body(Operation operation, Map<String, String> headers, RandomGenerator random) {
        var bodies = operation.bodies();
        if (bodies.isEmpty()) {
            return new byte[0];
        }
        var type = Oddities.any(bodies.keySet().stream().sorted().toList(), random);
        headers.put("Content-Type", random.nextInt(30) == 0 ? "application/xml" : type);
        if (!type.contains("json") || type.contains("ndjson")) {
            return lines(type, random).getBytes(UTF_8);
        }
        var good = new Values(operation, things, random)
                .of(bodies.getOrDefault(type, bodies.values().iterator().next()));
        var damage = new Damage(random);
        return switch (random.nextInt(10)) {
            case 0 -> damage.whole(good.toString());
            case 1, 2, 3, 4 -> damage.inside(good);
            default -> good.toString().getBytes(UTF_8);
        };
    }

    /** A file of rows, good and bad. */
    private static String lines(String type, RandomGenerator random) {
        var csv = type.contains("csv");
        var lines = new StringBuilder(csv ? "sku,name,category,price,currency\n" : "");
        for (var line = 0; line < 5; line++) {
            var sku = "FUZZ-" + random.nextInt(1_000_000);
            var name = random.nextBoolean() ? "A lamp" : Oddities.text(random);
            lines.append(
                    csv
                            ? "%s,%s,home/fuzz,%s,GBP%n".formatted(sku, name, Oddities.number(random))
                            : "{\"sku\":\"%s\",\"price\":{\"amount\":%s}}%n".formatted(sku, Oddities.number(random)));
        }
        return lines.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
