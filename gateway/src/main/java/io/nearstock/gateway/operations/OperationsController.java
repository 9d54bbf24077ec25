package io.nearstock.gateway.operations;

import static java.util.Comparator.comparing;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpHeaders.WWW_AUTHENTICATE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.nearstock.gateway.Caller;
import io.nearstock.gateway.Services;
import io.nearstock.gateway.operations.Inside.Answer;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff see of all services at once. A service that cannot be asked is named, never left out. */
@RestController
@RequestMapping("/api/ops")
final class OperationsController {

    /** Parts that every service told, and the services that told nothing. */
    record Collected(List<JsonNode> items, List<String> unavailable) {}

    record Health(String status, List<ServiceHealth> services) {}

    record ServiceHealth(String service, List<InstanceHealth> instances) {}

    record InstanceHealth(
            String instance, String status, @Nullable JsonNode details) {}

    private final Inside inside;
    private final Services services;

    OperationsController(Inside inside, Services services) {
        this.inside = inside;
        this.services = services;
    }

    @Operation(summary = "All instances of all services and whether they are ready")
    @GetMapping("/health")
    Mono<Health> health(
            ServerWebExchange exchange, @RequestHeader(name = AUTHORIZATION, defaultValue = "") String token) {
        requireStaff(exchange);
        return inside.everywhere("/actuator/health/readiness", token)
                .collectList()
                .map(this::health);
    }

    @Operation(summary = "Messages that wait to be sent, per service")
    @GetMapping("/outbox")
    Mono<Collected> outbox(
            ServerWebExchange exchange, @RequestHeader(name = AUTHORIZATION, defaultValue = "") String token) {
        requireStaff(exchange);
        return collect("/ops/outbox", token);
    }

    @Operation(summary = "Messages that could not be understood, of all services")
    @GetMapping("/dead-letters")
    Mono<Collected> deadLetters(
            ServerWebExchange exchange, @RequestHeader(name = AUTHORIZATION, defaultValue = "") String token) {
        requireStaff(exchange);
        return collect("/ops/dead-letters?limit=100", token);
    }

    @Operation(summary = "Hands a dead letter to its service again; its id is as the list tells it")
    @PostMapping("/dead-letters/{service}:{id}/replay")
    Mono<ResponseEntity<JsonNode>> replay(
            @PathVariable String service,
            @PathVariable String id,
            ServerWebExchange exchange,
            @RequestHeader(name = AUTHORIZATION, defaultValue = "") String token) {
        requireStaff(exchange);
        if (!services.names().contains(service)) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return inside.anyOf(service, POST, "/ops/dead-letters/" + id + "/replay", token)
                .map(answer -> ResponseEntity.status(answer.status()).body(answer.body()))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)));
    }

    private Mono<Collected> collect(String path, String token) {
        return Flux.fromIterable(services.names())
                .flatMap(service -> inside.anyOf(service, GET, path, token))
                .filter(Answer::isGood)
                .collectList()
                .map(this::collected);
    }

    private Collected collected(List<Answer> answers) {
        var silent = new TreeSet<>(services.names());
        var items = new ArrayList<JsonNode>();
        for (var answer : answers) {
            silent.remove(answer.service());
            items.addAll(items(answer));
        }
        return new Collected(items, List.copyOf(silent));
    }

    /** The items of a list, or the answer itself where it is none, each with its service. */
    private static List<JsonNode> items(Answer answer) {
        if (!(answer.body() instanceof ObjectNode body)) {
            return List.of();
        }
        var list = body.get("items");
        return list == null
                ? List.of(named(answer.service(), body))
                : list.valueStream().map(item -> named(answer.service(), item)).toList();
    }

    private static JsonNode named(String service, JsonNode item) {
        if (item instanceof ObjectNode object) {
            object.put("service", service);
            var id = object.get("id");
            if (id != null) {
                object.put("id", service + ":" + id.asString());
            }
        }
        return item;
    }

    private Health health(List<Answer> answers) {
        var seen = services.names().stream()
                .sorted()
                .map(service -> new ServiceHealth(service, instances(service, answers)))
                .toList();
        var allUp = seen.stream().allMatch(OperationsController::isUp);
        return new Health(allUp ? "UP" : "DEGRADED", seen);
    }

    private static boolean isUp(ServiceHealth service) {
        return !service.instances().isEmpty()
                && service.instances().stream()
                        .allMatch(instance -> instance.status().equals("UP"));
    }

    private static List<InstanceHealth> instances(String service, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.service().equals(service))
                .sorted(comparing(Answer::instance))
                .map(answer -> new InstanceHealth(answer.instance().toString(), status(answer), answer.body()))
                .toList();
    }

    private static String status(Answer answer) {
        return answer.body() == null
                ? "UNREACHABLE"
                : answer.body().path("status").asString("UNKNOWN");
    }

    private static void requireStaff(ServerWebExchange exchange) {
        var caller = Caller.of(exchange);
        if (caller.isEmpty()) {
            exchange.getResponse().getHeaders().set(WWW_AUTHENTICATE, "Bearer");
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        if (!caller.get().isStaff()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
