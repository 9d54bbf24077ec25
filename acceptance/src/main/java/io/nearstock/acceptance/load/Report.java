package io.nearstock.acceptance.load;

import io.nearstock.acceptance.load.gauge.Processes;
import io.nearstock.acceptance.load.gauge.Quiet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables that can be pasted into a document. */
final class Report {

    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
        System.out.printf(
                "  %.0f a second, p50 %.1f, p99 %.1f ms; %.2f ms of CPU each%n",
                measurement.reached(), measurement.millis(50), measurement.millis(99), measurement.systemCost());
    }

    void note(String note) {
        notes.add(note);
    }

    void idle(Quiet quiet) {
        note("At rest the stack uses %.0f ms of CPU a second".formatted(quiet.millisASecond()));
    }

    boolean holds() {
        return measurements.stream()
                .allMatch(each -> each.latencies().failures() == 0 && each.leftOut() == 0 && each.done() > 0);
    }

    void print(Processes processes) {
        System.out.println("\n"
                + "| | clients | asked/s | reached/s | p50 ms | p95 | p99 | max | failed | left out | CPU ms each"
                + " | RS256 µs |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        measurements.forEach(measurement -> System.out.println(speed(measurement)));
        System.out.println("\n| CPU ms each |" + cells(measurements, Measurement::name) + "\n|---|"
                + "--:|".repeat(measurements.size()));
        names().forEach(name ->
                System.out.println("| " + name + " |" + cells(measurements, each -> cost(each.costOf(name)))));
        var resident = processes.residentMegabytes();
        System.out.println("\n| resident MB | |\n|---|--:|");
        resident.forEach((name, megabytes) -> System.out.println("| " + name + " | " + megabytes + " |"));
        System.out.println();
        notes.forEach(System.out::println);
    }

    private List<String> names() {
        return measurements.stream()
                .flatMap(each -> each.used().millis().keySet().stream())
                .distinct()
                .toList();
    }

    private static String speed(Measurement each) {
        return "| %s | %d | %s | %.0f | %.1f | %.1f | %.1f | %.1f | %d | %d | %.2f | %.0f |"
                .formatted(
                        each.name(),
                        each.clients(),
                        each.rate() == 0 ? "closed" : String.valueOf(each.rate()),
                        each.reached(),
                        each.millis(50),
                        each.millis(95),
                        each.millis(99),
                        each.millis(100),
                        each.latencies().failures(),
                        each.leftOut(),
                        each.systemCost(),
                        each.yardstick());
    }

    private static String cost(double millis) {
        return "%.2f".formatted(millis);
    }

    private static String cells(List<Measurement> measurements, Function<Measurement, String> cell) {
        return measurements.stream().map(each -> " " + cell.apply(each) + " |").collect(Collectors.joining());
    }
}
