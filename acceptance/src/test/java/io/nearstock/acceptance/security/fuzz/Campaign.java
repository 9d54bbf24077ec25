package io.nearstock.acceptance.security.fuzz;

import io.nearstock.acceptance.security.Access;
import io.nearstock.acceptance.security.Cast;
import io.nearstock.acceptance.security.Role;
import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.shop.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Sends requests of a seed, a few at a time, as callers of all kinds. */
final class Campaign {

    private static final int AT_ONCE = 6;
    private static final int LOWEST_REFUSAL = 300;

    private final Requests requests;
    private final Cast cast;
    private final Map<String, Access> access;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong slowest = new AtomicLong();

    Campaign(Requests requests, Cast cast, Map<String, Access> access) {
        this.requests = requests;
        this.cast = cast;
        this.access = access;
    }

    Report send(int from, int to) {
        var start = Instant.now();
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(from, to).forEach(number -> crowd.execute(() -> send(number)));
        }
        return new Report(
                requests.seed(),
                to - from,
                statuses,
                List.copyOf(complaints),
                notReached(),
                Duration.ofMillis(slowest.get()),
                Duration.between(start, Instant.now()));
    }

    /** Operations of which only the door was tried. */
    private List<String> notReached() {
        return requests.operations().stream()
                .map(Operation::name)
                .filter(name -> !reached.contains(name))
                .toList();
    }

    private void send(int number) {
        var request = requests.number(number);
        var role = role(request);
        try {
            var start = System.nanoTime();
            var answer = request.send(cast.as(role));
            slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
            judge(request, role, answer);
        } catch (RuntimeException lost) {
            complaints.add("no answer (%s) to %s as %s".formatted(lost.getCause(), request, role));
        }
    }

    private void judge(FuzzRequest request, Role role, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() < LOWEST_REFUSAL) {
            reached.add(request.operation().name());
        }
        for (var wrong : Verdict.on(request, answer)) {
            complaints.add("%s: %s as %s%n   %d %s".formatted(wrong, request, role, answer.status(), answer.raw()));
        }
    }

    /** Mostly somebody who is let in: what is behind the door shall be tested, too. */
    private Role role(FuzzRequest request) {
        var random = new SplittableRandom(requests.seed() - request.number());
        return switch (request.operation().name()) {
            case "DELETE /api/sessions", "POST /api/admin/signing-keys" -> Role.NOBODY; // would disturb the others
            default -> {
                var allowed = Objects.requireNonNull(
                                access.get(request.operation().name()))
                        .roles()
                        .stream()
                        .sorted()
                        .toList();
                yield random.nextInt(10) == 0
                        ? Oddities.any(List.of(Role.values()), random)
                        : Oddities.any(allowed, random);
            }
        };
    }
}
