package io.nearstock.acceptance.chaos;

import io.nearstock.acceptance.chaos.audit.Finding;
import io.nearstock.acceptance.chaos.audit.Invariant;
import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.audit.Stores;
import io.nearstock.acceptance.chaos.fault.BrokerDisk;
import io.nearstock.acceptance.chaos.fault.FaultProxy;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Launcher;
import io.nearstock.acceptance.stack.Processes;
import io.nearstock.acceptance.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./nearstock chaos}: the long form, on a stack of its own beside the developer's. */
public final class Chaos {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(8);
    /** So far from the ports of the stack that the developer may be running. */
    private static final int BESIDE = 100;

    private static final int PROXY = 8190;
    private static final List<Integer> INVENTORY = List.of(8103, 8113);

    private final Options options;
    private final Path home;
    private final int offset;

    private Chaos(Options options) {
        this.options = options;
        this.home = Path.of(System.getenv().getOrDefault("NEARSTOCK_HOME", ".nearstock"), "chaos")
                .toAbsolutePath();
        this.offset = BESIDE + Integer.parseInt(System.getenv().getOrDefault("NEARSTOCK_PORT_OFFSET", "0"));
    }

    /** Prints how people were served and what the auditor found; true when all promises were kept. */
    public static boolean holds(List<String> words) {
        try {
            return new Chaos(Options.of(words)).run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean run() throws InterruptedException {
        System.out.printf("chaos: --seed=%d --rate=%s, in %s%n", options.seed(), options.rate(), home);
        var instances = INVENTORY.stream().map(port -> port + offset).toList();
        var launcher = Launcher.ofOurOwn(home)
                .with(Map.of("NEARSTOCK_PORT_OFFSET", String.valueOf(offset), "NEARSTOCK_BUILD", "never"));
        launcher.run("reset");
        var disk = BrokerDisk.below(home);
        try (var network = FaultProxy.listen(PROXY + offset, instances)) {
            var processes = new Processes(launcher, through(network));
            processes.startMissing();
            return prove(launcher, processes, network, disk);
        } finally {
            launcher.run("down");
            disk.ifPresent(BrokerDisk::close);
        }
    }

    /** order-service reaches inventory-service through the network that can fail. */
    private static Map<String, String> through(FaultProxy network) {
        var address = "http://127.0.0.1:" + network.port();
        return Map.of(
                "SPRING_APPLICATION_JSON",
                "{\"spring.cloud.openfeign.client.config.inventory-service.url\": \"" + address + "\"}");
    }

    private boolean prove(Launcher launcher, Processes processes, FaultProxy network, Optional<BrokerDisk> disk)
            throws InterruptedException {
        var stack = Stack.of(launcher, home.resolve("local.json"));
        String broker;
        try (var stores = Stores.of(stack)) {
            broker = stores.broker();
        }
        var poison = new Poison(broker);
        try (var run = new Run(new World(stack), home.resolve("journal.ndjson"), poison, options.seed(), CALM)) {
            run.go(Plan.of(options, processes, network, poison, broker, disk), options.rate());
            var findings = run.audit(PATIENCE);
            return report(run, findings);
        }
    }

    private static boolean report(Run run, List<Finding> findings) {
        var servings = run.servings();
        System.out.println(Serving.heading());
        servings.forEach(System.out::println);
        var broken = servings.stream().flatMap(Serving::broken).toList();
        broken.forEach(promise -> System.out.println("  broken: " + promise));
        System.out.printf(
                "%d wishes, %d answers%n", run.wishes(), run.client().tries().size());
        print(findings);
        return broken.isEmpty() && findings.isEmpty();
    }

    private static void print(List<Finding> findings) {
        var byInvariant = findings.stream().collect(Collectors.groupingBy(Finding::invariant));
        for (var invariant : EnumSet.allOf(Invariant.class)) {
            var found = byInvariant.getOrDefault(invariant, List.of());
            System.out.printf(
                    "  %-12s %-75s %s%n", invariant, invariant.sentence(), found.isEmpty() ? "holds" : "BROKEN");
            found.stream().limit(10).forEach(finding -> System.out.println("      " + finding.what()));
        }
    }
}
