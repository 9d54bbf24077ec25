package io.nearstock.acceptance.load;

import io.nearstock.acceptance.load.comparison.Nginx;
import io.nearstock.acceptance.load.comparison.RawUpdates;
import io.nearstock.acceptance.load.gauge.Latencies;
import io.nearstock.acceptance.load.gauge.Processes;
import io.nearstock.acceptance.load.gauge.Quiet;
import io.nearstock.acceptance.load.gauge.Yardstick;
import io.nearstock.acceptance.load.traffic.Availability;
import io.nearstock.acceptance.load.traffic.Crowd;
import io.nearstock.acceptance.load.traffic.HotCheckouts;
import io.nearstock.acceptance.load.traffic.Loop;
import io.nearstock.acceptance.load.traffic.Orders;
import io.nearstock.acceptance.load.traffic.ProductPages;
import io.nearstock.acceptance.load.traffic.Scenario;
import io.nearstock.acceptance.load.traffic.Search;
import io.nearstock.acceptance.load.traffic.Shelves;
import io.nearstock.acceptance.load.traffic.Visitor;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of the tool: what was asked for, one measurement after the other, and a report at the end. */
final class Session {

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(30);
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(30);
    private static final int HOT_CLIENTS = 8;
    private static final int HOT_TURNS = 2000;

    private final Options options;
    private final Stack stack;
    private final Crowd crowd;
    private final Shelves shelves;
    private final Processes processes;
    private final Yardstick yardstick = new Yardstick();
    private final Report report = new Report();

    Session(Options options, Stack stack) {
        this.options = options;
        this.stack = stack;
        var world = new World(stack);
        this.crowd = new Crowd(world);
        this.shelves = new Shelves(world, options.products());
        this.processes = Processes.of(stack.local());
    }

    boolean holds() {
        say("Filling the shelves");
        shelves.fill();
        report.idle(Quiet.settled(processes));
        if (options.wants("orders")) {
            orders();
        }
        reads();
        if (options.wants("hot")) {
            hot();
        }
        if (options.wants("gateway")) {
            gateway();
        }
        report.print(processes);
        return report.holds();
    }

    private void orders() {
        var orders = new Orders(shelves.skus());
        warmUp(orders, crowd.visitors(HOT_CLIENTS), options.warmUp());
        for (var clients : options.clients()) {
            measure(orders, clients, options.rate());
        }
    }

    private void reads() {
        if (options.wants("search")) {
            read(new Search());
        }
        if (options.wants("page")) {
            read(new ProductPages(shelves.productIds()));
        }
        if (options.wants("availability")) {
            read(new Availability(shelves.skus()));
        }
    }

    private void read(Scenario scenario) {
        warmUp(scenario, crowd.visitors(options.readers()), 3L * options.warmUp());
        measure(scenario, options.readers(), options.readRate());
    }

    private void warmUp(Scenario scenario, List<Visitor> visitors, long turns) {
        say("Warming up: " + turns + " × " + scenario.name());
        Loop.closed(scenario, turns, LONGEST_WARM_UP).run(visitors, new Latencies());
    }

    private void measure(Scenario scenario, int clients, Optional<Integer> asked) {
        var rate = asked.orElseGet(() -> Math.max(1, (int) (possible(scenario, clients) * 0.8)));
        say("%s: %d clients, %d a second for %d seconds".formatted(scenario.name(), clients, rate, options.seconds()));
        var loop = Loop.open(scenario, rate, options.seconds());
        report.add(new Measuring(processes, yardstick).of(loop, crowd.visitors(clients)));
    }

    /** What visitors who ask as soon as they were answered reach; it finds a rate and is no claim about latency. */
    private double possible(Scenario scenario, int clients) {
        var latencies = new Latencies();
        var seconds = Loop.closed(scenario, options.warmUp(), LONGEST_SEARCH).run(crowd.visitors(clients), latencies);
        var rate = latencies.all().getTotalCount() / seconds;
        say("%s: %d clients in a closed loop reach %.0f a second".formatted(scenario.name(), clients, rate));
        return rate;
    }

    private void hot() {
        var checkouts = new HotCheckouts(shelves.newHotSku());
        warmUp(checkouts, crowd.visitors(HOT_CLIENTS), HOT_TURNS);
        var loop = Loop.closed(checkouts, HOT_TURNS, LONGEST_SEARCH);
        report.add(new Measuring(processes, yardstick).of(loop, crowd.visitors(HOT_CLIENTS)));
        var raw = new RawUpdates(stack.address("database"), HOT_CLIENTS, HOT_TURNS).rate();
        report.note("Raw conditional updates of one document, %d threads: %.0f a second".formatted(HOT_CLIENTS, raw));
    }

    private void gateway() {
        var pages = new ProductPages(shelves.productIds());
        warmUp(pages, crowd.visitors(options.readers()), 3L * options.warmUp());
        var rate = options.readRate().orElseGet(() -> (int) (possible(pages, options.readers()) / 2));
        var loop = Loop.open(pages, rate, options.seconds());
        report.add(new Measuring(processes, yardstick).of(loop, crowd.visitors(options.readers())));
        Nginx.program()
                .ifPresentOrElse(
                        program -> nginx(loop, program),
                        () -> report.note("nginx is not installed here: nothing to compare the gateway with"));
    }

    private void nginx(Loop loop, Path program) {
        var service = URI.create(stack.address("catalog-service"));
        try (var nginx = Nginx.before(service, program, stack.file().resolveSibling("nginx"))) {
            warmUp(loop.scenario(), crowd.visitors(options.readers(), nginx.door()), options.warmUp());
            var measuring = new Measuring(processes.and("nginx", nginx.pid()), yardstick);
            report.add(measuring
                    .of(loop, crowd.visitors(options.readers(), nginx.door()))
                    .named("product page, nginx"));
        }
    }

    private static void say(String what) {
        System.out.println("\n" + what);
    }
}
