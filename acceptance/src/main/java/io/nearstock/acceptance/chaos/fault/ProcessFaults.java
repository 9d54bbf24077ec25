package io.nearstock.acceptance.chaos.fault;

import io.nearstock.acceptance.chaos.fault.Fault.Promise;
import io.nearstock.acceptance.stack.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Processes die, fall asleep, or miss each other. */
public record ProcessFaults(Processes processes) {

    private static final Duration A_MOMENT = Duration.ofSeconds(6);
    private static final Set<String> BYSTANDERS = Set.of("recommendation-service", "notification-service");

    /** Longer than a consumer may be silent before its group goes on without it. */
    private static final Duration PAST_SESSION = Duration.ofSeconds(13);

    /** Each process once; of two instances the seed chooses one. */
    public List<Fault> kills(Random random) {
        return Processes.all().stream()
                .filter(name -> !name.endsWith("-2"))
                .map(name -> hasTwin(name) && random.nextBoolean() ? name + "-2" : name)
                .map(this::kill)
                .toList();
    }

    private static boolean hasTwin(String name) {
        return Processes.all().contains(name + "-2");
    }

    public Fault kill(String name) {
        return kill(List.of(name));
    }

    /** All at the same moment. */
    public Fault kill(List<String> names) {
        return new Fault(
                "kill -9 " + String.join(", ", names),
                BYSTANDERS.containsAll(names) ? Promise.UNNOTICED : Promise.AFTER_RETRIES,
                A_MOMENT,
                () -> processes.kill(names),
                () -> processes.start(names));
    }

    public List<Fault> pauses() {
        return List.of(
                pause("notification-service", Promise.UNNOTICED), pause("inventory-service-2", Promise.AFTER_RETRIES));
    }

    private Fault pause(String name, Promise promise) {
        return new Fault(
                "stop and continue " + name,
                promise,
                PAST_SESSION,
                () -> processes.pause(name),
                () -> processes.resume(name));
    }

    /** A new version comes, instance by instance. */
    public List<Fault> rollingRestarts() {
        return List.of(rollingRestart("order-service"), rollingRestart("inventory-service"));
    }

    public Fault rollingRestart(String service) {
        return new Fault(
                "rolling restart of " + service,
                Promise.INVISIBLE,
                Duration.ZERO,
                () -> processes.restart(List.of(service)),
                () -> {});
    }

    /** The registry dies, and a service that needs it starts anew. */
    public Fault registryAway() {
        return new Fault(
                "registry away while order-service restarts",
                Promise.AFTER_RETRIES,
                Duration.ZERO,
                () -> {
                    processes.kill(List.of("discovery"));
                    processes.restart(List.of("order-service"));
                },
                () -> processes.start(List.of("discovery")));
    }

    /** Whoever has waited asks at the same moment, while everything is still starting. */
    public Fault everything() {
        return new Fault(
                "everything down for 20 s",
                Promise.NOTHING,
                Duration.ofSeconds(20),
                () -> processes.kill(Processes.all()),
                processes::startMissing);
    }

    Stream<String> consumers() {
        return Stream.of(
                "catalog-service",
                "inventory-service",
                "inventory-service-2",
                "recommendation-service",
                "notification-service");
    }
}
