package io.nearstock.acceptance.security.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.acceptance.security.Access;
import io.nearstock.acceptance.security.Cast;
import io.nearstock.acceptance.security.Role;
import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.shop.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes what the API can make of itself, by valid bodies until one is taken, so that every path leads somewhere. */
record Making(List<Operation> operations, Cast cast, Map<String, Access> access) {

    private static final int TRIES = 60;

    Things moreThan(Things things, long seed) {
        var made = new HashMap<String, List<String>>();
        operations.stream()
                .filter(this::makesSomethingWithAnId)
                .filter(operation -> !things.has(operation.collection()))
                .forEach(operation -> make(operation, things.and(made), seed)
                        .ifPresent(id -> made.put(operation.collection(), List.of(id))));
        return things.and(made);
    }

    private boolean makesSomethingWithAnId(Operation operation) {
        var one = operation.path() + "/{id}";
        return operation.method().equals("POST")
                && !operation.path().contains("{")
                && operation.bodies().containsKey("application/json")
                && operations.stream().anyMatch(other -> other.path().startsWith(one));
    }

    private Optional<String> make(Operation operation, Things things, long seed) {
        var random = new SplittableRandom(seed);
        var schema = Objects.requireNonNull(operation.bodies().get("application/json"));
        return Stream.generate(() -> new Values(operation, things, random).of(schema))
                .limit(TRIES)
                .map(body -> post(operation, body.toString(), random.nextLong()))
                .map(answer -> answer.text("/id"))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private Answer post(Operation operation, String body, long key) {
        var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "making-" + key);
        return cast.as(maker(operation)).call("POST", operation.path(), headers, body.getBytes(UTF_8));
    }

    private Role maker(Operation operation) {
        return Objects.requireNonNull(access.get(operation.name())).roles().stream()
                .sorted()
                .toList()
                .getLast();
    }
}
